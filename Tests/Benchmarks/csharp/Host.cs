using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

// What expressions see of a request, as plain as it can be: dictionaries and properties.
public interface IBody { T As<T>(bool preserveContent = false); }
public interface IResponse { IBody Body { get; } }
public interface IUrl { string Path { get; } }
public interface IRequest { string Method { get; } IUrl Url { get; } IReadOnlyDictionary<string, string[]> Headers { get; } }
public interface IOperation { string Id { get; } }
public interface IContext { IRequest Request { get; } IOperation Operation { get; } IReadOnlyDictionary<string, object> Variables { get; } }

class Body : IBody {
    readonly byte[] bytes;
    public Body(string text) { bytes = Encoding.UTF8.GetBytes(text); }
    public T As<T>(bool preserveContent) { return (T)(object)JObject.Parse(Encoding.UTF8.GetString(bytes)); }
}
class Response : IResponse { public IBody Body { get; set; } }
class Url : IUrl { public string Path { get; set; } }
class Operation : IOperation { public string Id { get; set; } }
class Request : IRequest { public string Method { get; set; } public IUrl Url { get; set; } public IReadOnlyDictionary<string, string[]> Headers { get; set; } }
class Context : IContext { public IRequest Request { get; set; } public IOperation Operation { get; set; } public IReadOnlyDictionary<string, object> Variables { get; set; } }

static class Extensions {
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> fields, string name, string otherwise) {
        string[] values;
        return fields.TryGetValue(name, out values) ? string.Join(",", values) : otherwise;
    }
    public static T GetValueOrDefault<T>(this IReadOnlyDictionary<string, object> variables, string name) {
        object value;
        return variables.TryGetValue(name, out value) ? (T)value : default(T);
    }
}

static class Measure {
    static object sink;

    public static void Run(string name, IContext context, Func<IContext, object> expression) {
        var count = 1000;
        while (Batch(expression, context, count) < 25e6) count *= 2;
        var times = new List<double>();
        for (var round = 0; round < 21; round++) times.Add(Batch(expression, context, count) / count);
        times.Sort();
        Console.WriteLine("{0}\t{1:F1}\t{2:F1}", name, times[0], times[10]);
    }

    static double Batch(Func<IContext, object> expression, IContext context, int count) {
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < count; number++) sink = expression(context);
        return watch.Elapsed.TotalMilliseconds * 1e6;
    }
}

static class Program {
    // The same text as in the Swift benchmark.
    static string Kilobyte() {
        var lines = Enumerable.Range(1, 5).Select(number =>
            "{\"id\":" + number + ",\"sku\":\"ART-" + (1000 + number) + "\",\"name\":\"An article with a longer name\",\"price\":" + number
            + "9.95,\"amount\":" + number + ",\"tags\":[\"new\",\"sale\"],\"stock\":true,\"supplier\":{\"id\":\"S-" + number
            + "\",\"city\":\"Leiden\"},\"note\":null}");
        return "{\"order\":\"A-2041\",\"customer\":{\"id\":4711,\"name\":\"Example Ltd\",\"mail\":\"orders@example.org\"},\"lines\":["
            + string.Join(",", lines) + "]}";
    }

    static IContext MakeContext() {
        var headers = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase) {
            { "X-Env", new[] { "prod" } }, { "X-Tenant", new[] { "t1" } }, { "X-Forwarded-For", new[] { "10.0.0.1, 10.0.0.2" } },
            { "X-Count", new[] { "7" } }, { "Cache-Control", new[] { "public, max-age=3600" } }, { "Accept", new[] { "*/*" } },
            { "User-Agent", new[] { "bench" } }, { "Content-Type", new[] { "application/json" } }, { "Ocp-Apim-Subscription-Key", new[] { "k" } },
        };
        var json = "{\"a\":{\"b\":[1,2,\"x\"]}}";
        var token = "{\"access_token\":\"tok\"}";
        return new Context {
            Request = new Request { Method = "GET", Url = new Url { Path = "/echo/resource" }, Headers = headers },
            Operation = new Operation { Id = "op1" },
            Variables = new Dictionary<string, object> {
                { "tenant", "t1" }, { "json", json }, { "kilobyte", Kilobyte() }, { "parsed", JObject.Parse(json) }, { "bearerBody", JObject.Parse(token) },
                { "bearerToken", new Response { Body = new Body(token) } }, { "ints", Enumerable.Range(0, 100).ToArray() },
            },
        };
    }

    static void Main() {
        var context = MakeContext();
        CALLS
    }

    METHODS
}
