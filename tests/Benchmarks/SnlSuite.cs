using System.Diagnostics;
using System.Globalization;
using System.Text;
using Qiansi.Snl;
using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Tm;

namespace Qiansi.Benchmarks;

/// <summary>
/// The stages of the SNL compiler; its Tiny Machine beside a plain interpreter in C (<c>tm_peer.c</c>, built with gcc -O2), turn by turn;
/// the IL backend beside the machine and beside C#.
/// </summary>
internal static class SnlSuite
{
    /// <summary>Turns of the inner loop of <see cref="Loop"/>: 20 times a thousand by thousand.</summary>
    private const int Outer = 3000;

    private static readonly string Loop = $"""
        program loops
        var integer i, j, s, n;
        begin
          n := {Outer}; s := 0; i := 0;
          while i < n do
            j := 0;
            while j < n do
              s := s + i * j - j;
              j := j + 1
            endwh;
            i := i + 1
          endwh;
          write(s)
        end.
        """;

    public static Task RunAsync(int runs)
    {
        Compile(runs, 10_000);
        Compile(runs, 200_000);
        Execute(runs);
        return Task.CompletedTask;
    }

    /// <summary>A large program, and one so large that what it becomes outlives many collections of garbage.</summary>
    private static void Compile(int runs, int size)
    {
        var source = new SourceText(Source(size));
        var (lines, times) = (source.LineCount, 200_000 / size);
        var (lexed, compiled, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -3; i < runs; i++)
        {
            var lex = Seconds(() => Lexer.Scan(source, new DiagnosticBag()), times);
            var compile = Seconds(() => Compilation.Of(source).Machine, times);
            if (i < 0) continue;
            lexed.Add(lines / lex / 1e6);
            compiled.Add(lines / compile / 1e3);
            bare.Add(source.Text.Length / lex / 1e6);
        }

        Console.WriteLine($"  a program of {lines:N0} lines, {source.Text.Length / (double)lines:F1} characters a line");
        Figures.Print("million lines lexed in a second", lexed, "M/s", "2");
        Figures.Print("million characters lexed in a second", bare, "M/s");
        Figures.Print("thousand lines compiled to the machine's code", compiled, "k/s", "800");
    }

    private static void Execute(int runs)
    {
        var compilation = Compilation.Of(Loop);
        var machine = compilation.Machine;
        var native = compilation.Native;
        var expected = Native(Outer).ToString(CultureInfo.InvariantCulture) + "\n";
        using var peer = CPeer.Build(machine);
        var (simulator, c, il, csharp) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        long executed = 0;
        for (var i = -2; i < runs; i++)
        {
            var ours = Seconds(() => executed = Check(o => compilation.RunOnMachine(o).Executed, expected));
            var theirs = peer?.Run(expected) ?? double.NaN;
            // Short runs: the shortest of several.
            var emitted = Enumerable.Range(0, 5).Min(_ => Seconds(() => Check(o => native.Run(o).Executed, expected)));
            var loop = Enumerable.Range(0, 5).Min(_ => Seconds(() => Native(Outer)));
            if (i < 0) continue;
            simulator.Add(executed / ours / 1e6);
            c.Add(executed / theirs / 1e6);
            il.Add(ours / emitted);
            csharp.Add(emitted / loop);
        }

        Console.WriteLine($"  a nested loop of {Outer:N0} × {Outer:N0} turns, {executed:N0} instructions");
        Figures.Print("million instructions of the Tiny Machine in a second", simulator, "M/s", "300");
        if (peer is null) Console.WriteLine("  gcc is not installed: no interpreter in C to compare with");
        else Figures.Print("million instructions of the interpreter in C", c, "M/s");
        if (peer is not null) Figures.Print("Tiny Machine / interpreter in C", [.. simulator.Zip(c, (a, b) => a / b)], "×", "1.0");
        Figures.Print("IL backend / Tiny Machine", il, "×", "30");
        Figures.Print("time of the IL backend / of the loop in C#", csharp, "×", "1.2");
    }

    private static long Check(Func<IProgramConsole, long> run, string expected)
    {
        using var output = new StringWriter();
        var result = run(new TextConsole(TextReader.Null, output));
        if (output.ToString() != expected) throw new InvalidOperationException($"the program wrote {output}, expected {expected}");
        return result;
    }

    private static int Native(int n)
    {
        var s = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) s = unchecked(s + i * j - j);
        }

        return s;
    }

    /// <summary>Procedures as people write them, until there are lines enough.</summary>
    private static string Source(int lines)
    {
        var text = new StringBuilder("program big\ntype list = array [1..100] of integer;\nvar list a;\n    integer total;\n");
        var procedures = lines / 20;
        for (var i = 0; i < procedures; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                procedure sort{{i}}(var list values; integer count);
                  var integer i, j, t;
                  begin { a bubble sort }
                    i := 1;
                    while i < count do
                      j := 1;
                      while j < count - i + 1 do
                        if values[j + 1] < values[j] then
                          t := values[j];
                          values[j] := values[j + 1];
                          values[j + 1] := t
                        else
                          t := t * 2 + {{i}} / (j + 1)
                        fi;
                        j := j + 1
                      endwh;
                      i := i + 1
                    endwh;
                    total := total + i * count - 1
                  end

                """);
        }

        return text.Append("begin\n  total := 0;\n  sort0(a, 10);\n  write(total)\nend.\n").ToString();
    }

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Seconds that each of several turns takes.</summary>
    private static double Seconds(Func<object> action, int times) => Seconds(() =>
    {
        for (var i = 0; i < times; i++) action();
    }) / times;
}
