namespace Qiansi.Engine.CSharp.Errors;

/// <summary>How an interrupt shows itself in a cell's code, and how it is told.</summary>
internal static class Interrupted
{
    /// <summary>Whether an exception is an interrupt's doing: a guard's or an await's cancellation, a woken sleep,
    /// or these inside others.</summary>
    public static bool IsCause(Exception exception) => exception switch
    {
        OperationCanceledException or ThreadInterruptedException => true,
        AggregateException many => many.InnerExceptions.Any(IsCause),
        { InnerException: { } inner } => IsCause(inner),
        _ => false,
    };

    /// <summary>The error of an interrupted cell.</summary>
    public static CellError Describe(string cellName)
    {
        var message = $"{cellName} was interrupted. Variables it had set are kept.";
        return new("Interrupted", message, [$"{Ansi.Red}{message}{Ansi.Reset}"]);
    }
}
