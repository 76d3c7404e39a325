using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Qiansi.Engine.CSharp.Errors;

/// <summary>Exceptions of cells as a person wants to read them: cell and line, no frames of the engine.</summary>
internal sealed partial class RuntimeErrors
{
    private readonly ConcurrentDictionary<string, string[]> _sources = new();

    /// <summary>Remembers a cell's text, for the line an exception came from.</summary>
    public void Remember(string cellName, string text) => _sources[cellName] = text.Split('\n');

    /// <summary>Describes what a cell threw.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="cellName">The cell that ran.</param>
    public CellError Describe(Exception exception, string cellName)
    {
        var trace = new List<string>();
        for (var (e, depth) = (exception, 0); e is not null && depth < 10; (e, depth) = (Inner(e), depth + 1))
        {
            trace.Add($"{(depth > 0 ? "caused by " : "")}{Ansi.Red}{e.GetType()}{Ansi.Reset}: {MessageOf(e)}");
            trace.AddRange(Frames(e, cellName));
        }

        return new(exception.GetType().FullName ?? exception.GetType().Name, MessageOf(exception), trace);
    }

    /// <summary>Describes what ended work that a cell had started.</summary>
    public CellError DescribeUncaught(Exception exception, string cellName)
    {
        var error = Describe(exception, cellName);
        var remark = $"Nothing caught this in work that {cellName} started (a thread, timer, async void or finalizer). "
            + "A program would have ended here.";
        return error with { Traceback = [.. error.Traceback, $"{Ansi.Dim}{remark}{Ansi.Reset}"] };
    }

    private static Exception? Inner(Exception e) => e is AggregateException { InnerExceptions: [var first, ..] } ? first : e.InnerException;

    private static string MessageOf(Exception e)
    {
        try
        {
            return e is RegexMatchTimeoutException late
                ? $"{late.Message} The limit is {late.MatchTimeout.TotalSeconds:0.#} s; new Regex(pattern, options, timeout) sets another."
                : e.Message;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return $"(its Message property threw {failure.GetType().Name})";
        }
    }

    private IEnumerable<string> Frames(Exception e, string cellName)
    {
        var shownSource = false;
        foreach (var line in (e.StackTrace ?? "").Split('\n'))
        {
            var frame = line.Trim('\r', ' ');
            if (frame.Length == 0 || EngineFrame().IsMatch(frame)) continue;
            var place = CellPlace().Match(frame);
            if (!place.Success || !_sources.TryGetValue(place.Groups["cell"].Value, out var source))
            {
                // The optimised code of a loop has one place for all its range checks, which belongs to no line.
                var named = Tidy(frame);
                yield return named == "at" ? $"   at {Ansi.Blue}{cellName}{Ansi.Reset}" : $"   {Ansi.Dim}{named}{Ansi.Reset}";
                continue;
            }

            var function = Tidy(frame[..place.Index].TrimEnd());
            yield return $"   {function}{(function == "at" ? "" : " in")} {Ansi.Blue}{place.Groups["cell"].Value}, "
                + $"line {place.Groups["line"].Value}{Ansi.Reset}";
            var number = int.Parse(place.Groups["line"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            if (shownSource || number < 1 || number > source.Length) continue;
            shownSource = true;
            yield return $"      {number} | {source[number - 1].Trim()}";
        }
    }

    private static string Tidy(string frame)
    {
        frame = CellBody().Replace(frame, "at ");
        frame = Lambda().Replace(frame, "lambda");
        return LocalFunction().Replace(frame, "${name}").TrimEnd();
    }

    [GeneratedRegex(
        @"^--- End|^at (Qiansi\.(Contracts|Engine)|"
        + @"System\.Runtime\.CompilerServices|System\.Runtime\.ExceptionServices|System\.Threading\.ExecutionContext)\.")]
    private static partial Regex EngineFrame();

    [GeneratedRegex(@"in (?<cell>.+?)(#\d+)?:line (?<line>\d+)$")]
    private static partial Regex CellPlace();

    [GeneratedRegex(@"^at Cell_\d+\.(<<Initialize>>d__\d+\.MoveNext\(\))?")]
    private static partial Regex CellBody();

    [GeneratedRegex(@"(<>c(__DisplayClass\d+_\d+)?\.)?<[^>]*>+b__[\d_]+")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"(<>c(__DisplayClass\d+_\d+)?\.)?<[^>]*>+g__(?<name>[^|]+)\|[\d_]+")]
    private static partial Regex LocalFunction();
}
