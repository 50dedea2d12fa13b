extension Grammar {
    /// C# as policies write it: typed, so that a good part of what it gives compiles.
    static let csharp = Grammar(expressions + texts + sequences + tokens + statements)

    private static let expressions = """
        value
          «int»
          «long»
          «double»
          «decimal»
          «bool»
          «char»
          «string»
          «nullable»
          «date»
          «span»
          «guid»
          «ints»
          «list»
          «dictionary»
          «sequence»
          «texts»
          «token»
          «object»
          «dynamic»
          «tuple»
          «anonymous»
          «exact»
        int.literal
          0
          1
          2
          7
          (-1)
          10
          100
          int.MaxValue
          int.MinValue
          2147483647
          (-2147483648)
          0x7FFF_FFFF
          0b1010_1010
          1_000_000
          (int)'a'
          default(int)
        int
          «int.literal»
          «int.literal»
          «?int»
          «?int»
          «?int»
          («int» «arithmetic» «int»)
          («int» «arithmetic» «int»)
          («int» «arithmetic» «int»)
          checked(«int» «arithmetic» «int»)
          unchecked(«int» «arithmetic» «int»)
          (-«int»)
          (~«int»)
          («int» << «int»)
          («int» >> «int»)
          («bool» ? «int» : «int»)
          ((int)«long»)
          ((int)«double»)
          ((int)«decimal»)
          checked((int)«double»)
          «string».Length
          «string».IndexOf(«string»)
          «string».IndexOf(«string», «int»)
          «string».LastIndexOf(«char»)
          «string».CompareTo(«string»)
          string.Compare(«string», «string», «comparison»)
          «ints»[«int»]
          «ints».Length
          «list»[«int»]
          «list».Count
          «list».IndexOf(«int»)
          «dictionary»[«string»]
          «dictionary».Count
          «sequence».«fold»()
          «sequence».First()
          «sequence».Count(«{»«+int» => «bool»«}»)
          «sequence».Aggregate(«int», («{»«+int», «+int») => «int»«}»)
          «sequence».ElementAt(«int»)
          «texts».Count()
          Math.Abs(«int»)
          Math.Max(«int», «int»)
          Math.Pow(«int», «int»).GetHashCode()
          Math.DivRem(«int», «int», out int «+int»)
          Convert.ToInt32(«string»)
          Convert.ToInt32(«double»)
          Convert.ToInt32(«string», «base»)
          int.Parse(«string»)
          (int.TryParse(«string», out var «+int») ? «int» : «int»)
          ((int)«token»)
          «token».Value<int>(«string»)
          «nullable».GetValueOrDefault()
          («nullable» ?? «int»)
          «date».Year
          «date».DayOfYear
          «span».Days
          «tuple».Item1
          «function»(«int»)
          new { A = «int», B = «string» }.A
          («object» is int «+int» ? «int» : «int»)
          new Random(«int»).Next(«int»)
          «bytes».Length
          BitConverter.ToInt32(«bytes», «int»)
          ((Func<int, int>)(«{»«+int» => «int»«}»))(«int»)
          ((int)«dynamic»)
        base
          2
          8
          10
          16
          «int»
        arithmetic
          +
          -
          *
          /
          %
          &
          |
          ^
        fold
          Sum
          Min
          Max
          Count
          Last
          Single
          FirstOrDefault
        long
          «int.literal»L
          long.MaxValue
          long.MinValue
          9223372036854775807
          ((long)«int»)
          ((long)«int» «arithmetic» «long»)
          («long» «arithmetic» «long»)
          checked(«long» * «long»)
          («long» << «int»)
          «date».Ticks
          «span».Ticks
          ((long)«double»)
          Convert.ToInt64(«string»)
          «sequence».LongCount()
          «?long»
        exact
          ((byte)«int»)
          ((sbyte)«int»)
          ((short)«int»)
          ((ushort)«int»)
          ((uint)«int»)
          ((ulong)«long»)
          ((float)«double»)
          checked((byte)«int»)
          (uint)«int» «arithmetic» (uint)«int»
          (ulong)«long» / (ulong)«long»
          0xFFFF_FFFF
          18446744073709551615
          18446744073709551616
          ulong.MaxValue % «int.literal»
          «bytes»
        double
          0.0
          1.5
          (-0.0)
          1e308
          1e-324
          1e400
          double.NaN
          double.PositiveInfinity
          double.MaxValue
          «?double»
          («double» «arithmetic.real» «double»)
          ((double)«int»)
          Math.Sqrt(«double»)
          Math.Pow(«double», «double»)
          Math.Round(«double», «int»)
          Math.Log(«double»)
          Math.Floor(«double»)
          double.Parse(«string»)
          «sequence».Average()
          «span».TotalMilliseconds
          ((double)«decimal»)
          ((double)«token»)
        arithmetic.real
          +
          -
          *
          /
          %
        decimal
          0m
          1.50m
          79228162514264337593543950335m
          0.0000000000000000000000000001m
          decimal.MinValue
          («decimal» «arithmetic.real» «decimal»)
          («decimal» «arithmetic.real» «decimal»)
          ((decimal)«int»)
          ((decimal)«double»)
          Math.Round(«decimal», «int»)
          decimal.Parse(«string»)
          decimal.Truncate(«decimal»)
          «?decimal»
        bool
          true
          false
          «?bool»
          «int» «relation» «int»
          («double» «relation» «double»)
          («decimal» «relation» «decimal»)
          «string» == «string»
          (!«bool»)
          («bool» && «bool»)
          («bool» || «bool»)
          («bool» ^ «bool»)
          string.IsNullOrEmpty(«string»)
          «string».Contains(«string»)
          «string».StartsWith(«string», «comparison»)
          «string».EndsWith(«string»)
          «list».Contains(«int»)
          «dictionary».ContainsKey(«string»)
          «dictionary».TryGetValue(«string», out var «+int»)
          «sequence».Any(«{»«+int» => «bool»«}»)
          «sequence».All(«{»«+int» => «bool»«}»)
          «sequence».SequenceEqual(«sequence»)
          («object» is «type»)
          («object» is «type» «+object»)
          («object» is null)
          («object» is 5)
          «nullable».HasValue
          «nullable» > «int»
          char.IsLetter(«char»)
          JToken.DeepEquals(«token», «token»)
          «date» < «date»
          «tuple».Equals(«tuple»)
          object.Equals(«object», «object»)
          context.Variables.ContainsKey(«string»)
        relation
          <
          <=
          >
          >=
          ==
          !=
        nullable
          ((int?)«int»)
          ((int?)null)
          default(int?)
          («nullable» «arithmetic» «int»)
          «?nullable»
          (context.User?.Groups?.Count())
          («texts».FirstOrDefault()?.Length)
          ((int?)«token»)
        tuple
          («int», «string»)
          (a: «int», b: «string»)
          Tuple.Create(«int», «string»)
          «?tuple»
          («bool» ? («int», «string») : («int», «string»))
        anonymous
          new { a = «int», b = «string» }
          new { a = «object», b = new { c = «double» } }
          new { «?string».Length }
          new[] { new { a = «int» }, new { a = «int» } }
        object
          ((object)«value»)
          null
          new object()
          «?object»
          («object» as string)
          context.Variables[«string»]
          context.Variables.GetValueOrDefault(«string», «object»)
          new Exception(«string»)
        dynamic
          ((dynamic)«value»)
          ((dynamic)«token»)[«string»]
          ((dynamic)«token»).a
          («dynamic» + «dynamic»)
          «dynamic».ToString()
          «?dynamic»
        type
          int
          string
          object
          long
          bool
          JToken
          JObject
          Array
          Exception
          IEnumerable<int>
          Dictionary<string, int>
        function
          ((Func<int, int>)(«{»«+int» => «int»«}»))
          new Func<int, int>(«{»«+int» => «int»«}»)
          «!function»

        """

    private static let texts = #"""
        char
          'a'
          ' '
          '\n'
          '\u00e9'
          '\ud800'
          '\''
          char.MaxValue
          «string»[«int»]
          ((char)«int»)
          char.ToUpper(«char»)
          «?char»
        string.literal
          ""
          "a"
          "abc"
          "Hello, World"
          "12"
          "-7"
          "2147483648"
          "1e400"
          "x\u0301\ud83d\ude00\udc00"
          "ﬀ İı ß 👩‍👩‍👧 עברית"
          "\0\t\\\""
          @"a""b\c"
          "{0} {1,5:N2} {2}"
          "{0:X8}{"
          "a,b;;c,"
          "key"
          "num"
          "2024-02-29T12:34:56.789Z"
          "{\"a\":1,\"b\":[1,2.5,\"x\"],\"c\":{\"d\":null}}"
        string
          «string.literal»
          «string.literal»
          «?string»
          «?string»
          («string» + «value»)
          («string» + «string»)
          $"{«value»}"
          $"a{«int»,5:D3}b{«double»:F2}{{«string»}}"
          $@"x{«string»}""y"
          («value»).ToString()
          («int»).ToString(«format»)
          («double»).ToString(«format»)
          («decimal»).ToString(«format»)
          «date».ToString(«format»)
          «string».Substring(«int»)
          «string».Substring(«int», «int»)
          «string».ToUpper()
          «string».ToLowerInvariant()
          «string».Trim()
          «string».TrimEnd('c', «char»)
          «string».Replace(«string», «string»)
          «string».PadLeft(«int»)
          «string».PadRight(«int», «char»)
          «string».Insert(«int», «string»)
          «string».Remove(«int»)
          («string»?.Trim())
          («string» ?? «string»)
          string.Join(«string», «texts»)
          string.Join(",", «sequence»)
          string.Concat(«object», «object»)
          string.Format(«string», «object», «object»)
          new string(«char», «int»)
          «texts».FirstOrDefault()
          «texts».Aggregate((«{»«+string», «+string») => «string»«}»)
          «token».ToString()
          ((string)«token»)
          ((string)«token»[«string»])
          JsonConvert.SerializeObject(«value»)
          nameof(context.Request)
          typeof(«type»).Name
          context.Request.Method
          context.Request.Headers.GetValueOrDefault(«string», «string»)
          context.Request.Url.Path
          context.Request.Url.Query.GetValueOrDefault("q", «string»)
          ((string)context.Variables["str"])
          context.Request.Body.As<string>(preserveContent: true)
          Convert.ToString(«int», «base»)
          Convert.ToBase64String(«bytes»)
          new StringBuilder(«string»).Append(«value»).Insert(«int», «string»).ToString()
          Uri.EscapeDataString(«string»)
          «tuple».Item2
          («bool» ? «string» : «string»)
          («object» as string)
          («object» is string «+string» ? «string» : «string»)
        format
          "D5"
          "X"
          "N2"
          "C"
          "E3"
          "G17"
          "R"
          "P1"
          "F99"
          "D999999999"
          "0.00;(0.00);zero"
          "#,##0.###e+00"
          "yyyy-MM-dd'T'HH:mm:ss.fffffffK"
          "'unterminated"
          "%"
          "\\"
          «string»
        comparison
          StringComparison.Ordinal
          StringComparison.OrdinalIgnoreCase
          StringComparison.InvariantCultureIgnoreCase
          (StringComparison)«int»
        bytes
          Encoding.UTF8.GetBytes(«string»)
          Convert.FromBase64String(«string»)
          BitConverter.GetBytes(«int»)
          new byte[] { 1, 2, 255 }
          new byte[«int»]
          «guid».ToByteArray()
        date
          new DateTime(«int», «int», «int»)
          new DateTime(2024, 2, 29)
          new DateTime(«long»)
          DateTime.MinValue
          DateTime.MaxValue
          DateTime.UtcNow
          DateTime.Parse(«string»)
          «date».AddDays(«double»)
          «date».AddMonths(«int»)
          «date».AddTicks(«long»)
          («date» + «span»)
          «date».ToUniversalTime()
          «?date»
        span
          TimeSpan.FromSeconds(«double»)
          TimeSpan.FromDays(«double»)
          new TimeSpan(«int», «int», «int»)
          new TimeSpan(«long»)
          TimeSpan.MaxValue
          («date» - «date»)
          («span» + «span»)
          TimeSpan.Parse(«string»)
          (-«span»)
        guid
          Guid.NewGuid()
          Guid.Empty
          new Guid(«bytes»)
          Guid.Parse(«string»)

        """#

    private static let sequences = """
        ints
          new[] { «int», «int», «int» }
          new int[«int»]
          new int[] { }
          «sequence».ToArray()
          «?ints»
          (new int[2, 3] { { 1, 2, 3 }, { 4, 5, 6 } }).Cast<int>().ToArray()
          new[] { new[] { «int» }, new int[3] }[«int»]
        list
          new List<int> { «int», «int» }
          new List<int>(«sequence»)
          «sequence».ToList()
          «?list»
        dictionary
          new Dictionary<string, int> { { «string», «int» }, { «string», «int» } }
          new Dictionary<string, int> { ["a"] = «int», [«string»] = «int» }
          «texts».Distinct().ToDictionary(«{»«+string» => «string», «+string» => «int»«}»)
          «?dictionary»
        sequence
          «ints»
          «list»
          «list»
          «dictionary».Values
          Enumerable.Range(«int», «int»)
          Enumerable.Range(0, 10)
          Enumerable.Range(0, int.MaxValue)
          Enumerable.Repeat(«int», «int»)
          Enumerable.Repeat(1, int.MaxValue)
          Enumerable.Empty<int>()
          «sequence».Where(«{»«+int» => «bool»«}»)
          «sequence».Select(«{»«+int» => «int»«}»)
          «sequence».Select((«{»«+int», «+int») => «int»«}»)
          «sequence».SelectMany(«{»«+int» => «sequence»«}»)
          «sequence».OrderBy(«{»«+int» => «value»«}»)
          «sequence».OrderByDescending(«{»«+int» => «int»«}»).ThenBy(«{»«+int» => «string»«}»)
          «sequence».Take(«int»)
          «sequence».Skip(«int»)
          «sequence».TakeWhile(«{»«+int» => «bool»«}»)
          «sequence».Reverse()
          «sequence».Distinct()
          «sequence».Concat(«sequence»)
          «sequence».Union(«sequence»)
          «sequence».Except(«sequence»)
          «sequence».Zip(«sequence», («{»«+int», «+int») => «int»«}»)
          «sequence».Append(«int»)
          «sequence».DefaultIfEmpty(«int»)
          «sequence».GroupBy(«{»«+int» => «int»«}»).Select(«{»«+group» => «?group».Sum()«}»)
          «sequence».Join(«sequence», «{»«+int» => «int», «+int» => «int», («+int», «+int») => «int»«}»)
          «texts».Select(«{»«+string» => «int»«}»)
          «texts».Select(int.Parse)
          («{»from «+int» in «sequence» where «bool» select «int»«}»)
          («{»from «+int» in «sequence» from «+int» in «sequence» let «+int» = «int» orderby «int» descending select «int»«}»)
          («{»from «+int» in «sequence» group «int» by «string» into «+group» select «?group».Count()«}»)
          («{»from «+int» in «sequence» join «+int» in «sequence» on 1 equals 1 select «int»«}»)
          «token».Values<int>()
          «token».Select(«{»«+token» => «int»«}»)
        group
          «sequence».GroupBy(«{»«+int» => «string»«}»).First()
        texts
          «string».Split(',')
          «string».Split(new[] { ',', «char» }, StringSplitOptions.RemoveEmptyEntries)
          «string».Split(new[] { «string» }, «int», StringSplitOptions.None)
          new[] { «string», «string» }
          new List<string> { «string», null }
          «sequence».Select(«{»«+int» => «string»«}»)
          «texts».Where(«{»«+string» => «bool»«}»)
          «texts».OrderBy(«{»«+string» => «string»«}»)
          «dictionary».Keys
          «string».Select(«{»«+char» => «string»«}»)
          «jobject».Properties().Select(«{»«+property» => «?property».Name«}»)
          «dictionary».Select(«{»«+entry» => «?entry».Key«}»)
        property
          new JProperty(«string», «value»)
        entry
          «dictionary».First()

        """

    private static let tokens = #"""
        json
          "{\"a\":1,\"b\":[1,2.5,\"x\",{\"c\":[]}],\"d\":{\"e\":null}}"
          "[1,[2,[3,[4]]],{\"a\":{\"a\":{\"a\":1}}}]"
          "[123456789012345678901234567890, 1e400, -0.0, 0x1F, 017]"
          "{\"d\":\"2024-02-29T12:34:56.789Z\",\"t\":true}"
          "{a:'x', /* c */ b:undefined, c:NaN, }"
          "{\"a\":"
          new string('[', «int») + "1"
          «string»
        jobject
          JObject.Parse(«json»)
          new JObject(new JProperty("a", «value»), new JProperty(«string», «token»))
          new JObject { ["a"] = «int», ["b"] = «token» }
          JObject.FromObject(«anonymous»)
          ((JObject)«token»)
          context.Request.Body.As<JObject>(preserveContent: true)
          «?jobject»
        token
          «jobject»
          «jobject»
          JToken.Parse(«json»)
          JArray.Parse(«json»)
          new JArray(«value», «value»)
          new JArray(«sequence»)
          new JValue(«value»)
          JToken.FromObject(«value»)
          «token»[«string»]
          «token»["a"]
          «token»[«int»]
          «token».SelectToken(«path»)
          «token».SelectTokens(«path»).FirstOrDefault()
          «token».DeepClone()
          «token».Parent
          «token».First
          «token».Root
          JsonConvert.DeserializeObject<JToken>(«json»)
          «?token»
          «?token»
        path
          "$.a"
          "$..*"
          "$..a"
          "b[?(@.c)]"
          "$..[?(@.a > 1 && @.b == 'x')]"
          "a[0:2:1]"
          "['a','b']"
          "$.b[-1:]"
          "$[?("
          «string»

        """#

    private static let statements = """
        block
          «{»«statements» return «value»;«}»
          «{»«statements» «statements» return «value»;«}»
          «{»«statements» «ending»«}»
        ending
          return;
          throw new Exception(«string»);
          while (true) { «statements» }
          if («bool») return «int»; else return «int»;
          return «string»;
        statements
          «statement»
          «statement» «statement»
          «statement» «statements»
          «statement» «statements»
        statement
          int «=int» = «int»;
          var «=int» = «int»;
          const int «=int» = «int.literal»;
          var «=string» = «string»;
          string «=string» = «string»;
          var «=double» = «double»;
          var «=decimal» = «decimal»;
          var «=long» = «long»;
          var «=bool» = «bool»;
          object «=object» = «object»;
          dynamic «=dynamic» = «value»;
          int? «=nullable» = «nullable»;
          var «=ints» = «ints»;
          var «=list» = «list»;
          var «=dictionary» = «dictionary»;
          var «=jobject» = «jobject»;
          JToken «=token» = «token»;
          var «=date» = «date»;
          var «=tuple» = («int», «string»);
          var («=int», «=string») = («int», «string»);
          Func<int, int> «=function» = «{»«+int» => «int»«}»;
          Func<int, int> «=function» = «{»«+int» => { «statements» return «int»; }«}»;
          int «+function»(«{»int «+int») { «statements» return «int»; «}»}
          int «+function»(«{»int «+int») => «?int» <= 0 ? «int» : «function»(«?int» - 1);«}»
          string «+function»(«{»string «+string» = «string.literal», params object[] «+object») => «string»;«}»
          «!int» «assignment» «int»;
          «!int» «assignment» «int»;
          «!string» += «value»;
          «!string» = «string»;
          «!object» = «value»;
          «!int»++;
          --«!int»;
          «!ints»[«int»] «assignment» «int»;
          «!list».Add(«int»);
          «!list».RemoveAt(«int»);
          «!list».Sort();
          «!list».Insert(«int», «int»);
          «!list».AddRange(«?list»);
          «!dictionary»[«string»] = «int»;
          «!dictionary».Add(«string», «int»);
          «!dictionary».Remove(«string»);
          «!jobject»[«string»] = «token»;
          «!jobject»["a"] = «?jobject»;
          «!jobject».Add(«string», «token»);
          «!jobject».Remove(«string»);
          «!jobject».Merge(«jobject»);
          «!token»[«int»] = «token»;
          «!tuple» = («int», «string»);
          if («bool») { «{»«statements»«}» }
          if («bool») «{»«statement»«}» else { «{»«statements»«}» }
          for («{»int «+int» = 0; «?int» < «int»; «?int»++) { «statements»«}» }
          for («{»int «+int» = 0; «?int» < 10; «?int»++) { «statements» if («bool») break; if («bool») continue; «statements»«}» }
          foreach («{»var «+int» in «sequence») { «statements»«}» }
          foreach («{»var «+string» in «texts») { «statements»«}» }
          foreach («{»var «+token» in «token») { «statements»«}» }
          foreach («{»var («+string», «+int») in new[] { («string», «int») }) { «statements»«}» }
          while («bool») { «{»«statements» break;«}» }
          while («bool») { «{»«statements»«}» }
          do { «{»«statements»«}» } while («bool»);
          switch («int») { case 1: «{»«statements»«}» break; case 2: case 3: goto case 1; default: «{»«statements»«}» break; }
          switch («string») { case "a": «{»«statements»«}» break; case null: goto default; default: break; }
          switch («object») { case int «{»«+int» when «bool»: «statements»«}» break; case string «{»«+string»: «statements»«}» break; case null: break; }
          try { «{»«statements»«}» } catch { «{»«statements»«}» }
          try { «{»«statements»«}» } catch (FormatException) { «{»«statements»«}» } catch (Exception «{»«+exception») when («bool») { throw;«}» } finally { «{»«statements»«}» }
          try { «{»«statements»«}» } finally { «{»«statements»«}» }
          { goto skip; «{»«statements»«}» skip: ; }
          { again: «{»«statements» if («bool») goto again;«}» }
          «{»{ «statements» }«}»
          if («bool») return «value»;
          if («bool») throw new InvalidOperationException(«string»);
          context.Trace(«string»);
          checked { «{»«statements»«}» }
          unchecked { «{»«statements»«}» }
          ;
        assignment
          =
          +=
          -=
          *=
          /=
          %=
          <<=
          >>=
          &=
          |=
          ^=

        """
}
