#!/bin/sh
# Compiles the expressions of expressions.tsv as C# and prints what each costs: id, minimum and median in nanoseconds.
#
#     Tests/Benchmarks/csharp/run.sh > here.tsv
#     CSHARP_FIGURES=here.tsv swift run -c release --package-path Tests/Benchmarks policy-benchmarks expressions
#
# Needs the .NET SDK (`dotnet`), or Mono's compiler (`mcs`), Newtonsoft.Json.dll and the host of .NET Core in $DOTNET_HOST.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK_DIR:-$(mktemp -d)}
cd "$work"
awk -F '\t' '!/^#/ {
    code = $2 == "block" ? $5 : "return " $5 ";"
    printf "        Measure.Run(\"%s\", context, c => E%d(c));\n", $1, NR > "calls"
    printf "    static object E%d(IContext context) { %s }\n", NR, code > "methods"
}' "$here/expressions.tsv"
sed -e '/CALLS/ { r calls
d; }' -e '/METHODS/ { r methods
d; }' "$here/Host.cs" > Program.cs
if command -v dotnet > /dev/null; then
    cp "$here/host.csproj" .
    dotnet run -c Release
else
    newtonsoft=${NEWTONSOFT_JSON:-$(ls /usr/lib/mono/gac/Newtonsoft.Json/*/Newtonsoft.Json.dll | tail -n 1)}
    cp "$newtonsoft" .
    mcs -optimize+ -langversion:7.2 -out:host.dll -r:System.dll -r:System.Core.dll -r:Newtonsoft.Json.dll Program.cs
    cat > host.runtimeconfig.json << 'JSON'
{"runtimeOptions": {"tfm": "netcoreapp3.1", "framework": {"name": "Microsoft.NETCore.App", "version": "3.1.0"},
 "configProperties": {"System.Globalization.Invariant": true}}}
JSON
    "$DOTNET_HOST" host.dll
fi
