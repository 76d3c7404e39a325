using System.Text;

namespace Qiansi.Engine.Display;

/// <summary>Exceptions as a person reads them: type, message, causes, and a trace without the engine's frames.</summary>
internal static class ExceptionNodes
{
    private const int Causes = 10;

    /// <summary>A folded node: the message is the line, the trace opens.</summary>
    public static FoldedNode Of(Exception exception) => new($"{exception.GetType().FullName}: {exception.Message}", Text(exception));

    /// <summary>Type and message of the exception and of its causes, with their traces.</summary>
    public static string Text(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception, "", 0);
        return text.ToString().TrimEnd();
    }

    /// <summary>The frames of a trace that are the user's or a library's, one a line, without those of running a cell.</summary>
    public static IEnumerable<string> Frames(string? stackTrace)
    {
        foreach (var line in (stackTrace ?? "").Split('\n'))
        {
            var frame = line.TrimEnd();
            var method = frame.TrimStart();
            if (method.Length == 0 || method.StartsWith("---", StringComparison.Ordinal) || IsEngine(method)) continue;
            yield return frame;
        }
    }

    private static bool IsEngine(string frame) =>
        frame.Contains(" Qiansi.Engine.CSharp.", StringComparison.Ordinal)
        || frame.Contains(" Qiansi.Engine.Directives.", StringComparison.Ordinal)
        || frame.Contains(" Qiansi.Engine.Display.", StringComparison.Ordinal)
        || frame.Contains(" Qiansi.Engine.Running.", StringComparison.Ordinal)
        || frame.Contains(" Qiansi.Engine.Session.", StringComparison.Ordinal)
        || frame.Contains(" Microsoft.CodeAnalysis.Scripting.", StringComparison.Ordinal)
        || frame.Contains(" Microsoft.DotNet.Interactive.Formatting.", StringComparison.Ordinal)
        || frame.Contains(" System.Runtime.CompilerServices.TaskAwaiter", StringComparison.Ordinal)
        || frame.Contains(" System.Runtime.ExceptionServices.ExceptionDispatchInfo", StringComparison.Ordinal)
        || frame.Contains(" System.Reflection.MethodBase", StringComparison.Ordinal)
        || frame.Contains("InvokeStub_", StringComparison.Ordinal);

    private static void Append(StringBuilder text, Exception exception, string indent, int depth)
    {
        text.Append(indent).Append(exception.GetType().FullName).Append(": ").AppendLine(exception.Message);
        foreach (var frame in Frames(exception.StackTrace)) text.Append(indent).AppendLine(frame);
        IReadOnlyList<Exception> causes =
            exception is AggregateException aggregate ? aggregate.InnerExceptions : exception.InnerException is { } inner ? [inner] : [];
        if (causes.Count > 0 && depth == Causes)
        {
            text.Append(indent).AppendLine("… further causes left out");
            return;
        }

        foreach (var cause in causes.Take(Causes))
        {
            text.Append(indent).AppendLine("caused by:");
            Append(text, cause, indent + "  ", depth + 1);
        }

        if (causes.Count > Causes) text.Append(indent).AppendLine($"… {causes.Count - Causes} more causes");
    }
}
