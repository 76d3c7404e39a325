using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary><c>stream</c>: text on stdout or stderr.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text.</param>
public sealed record StreamText(string Name, string Text) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "stream";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteString("text", Text);
    }

    internal static StreamText Read(Fields fields) => new(fields.Text("name"), fields.Text("text"));
}

/// <summary><c>execute_input</c>: the code that is about to run, for the other front ends.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="ExecutionCount">The cell's number.</param>
public sealed record ExecuteInput(string Code, int ExecutionCount) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "execute_input";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("code", Code);
        json.WriteNumber("execution_count", ExecutionCount);
    }

    internal static ExecuteInput Read(Fields fields) => new(fields.Text("code"), fields.Number("execution_count", 0));
}

/// <summary><c>error</c>: the cell failed.</summary>
/// <param name="Name"><c>ename</c>.</param>
/// <param name="Value"><c>evalue</c>.</param>
/// <param name="Traceback">Lines, ANSI colours allowed.</param>
public sealed record ErrorContent(string Name, string Value, IReadOnlyList<string> Traceback) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "error";

    private protected override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("ename", Name);
        json.WriteString("evalue", Value);
        json.WriteTexts("traceback", Traceback);
    }

    internal static ErrorContent Read(Fields fields) =>
        new(fields.Text("ename", "Error"), fields.Text("evalue", ""), fields.Texts("traceback"));
}

/// <summary><c>status</c>: the kernel's state.</summary>
/// <param name="ExecutionState"><c>busy</c>, <c>idle</c> or <c>starting</c>.</param>
public sealed record StatusContent(string ExecutionState) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "status";

    private protected override void WriteFields(Utf8JsonWriter json) => json.WriteString("execution_state", ExecutionState);

    internal static StatusContent Read(Fields fields) => new(fields.Text("execution_state"));
}

/// <summary><c>clear_output</c>: remove the cell's outputs.</summary>
/// <param name="Wait">Only when the next output arrives.</param>
public sealed record ClearOutput(bool Wait) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "clear_output";

    private protected override void WriteFields(Utf8JsonWriter json) => json.WriteBoolean("wait", Wait);

    internal static ClearOutput Read(Fields fields) => new(fields.Flag("wait", false));
}

/// <summary><c>iopub_welcome</c>: greets a new subscriber, who then knows that nothing more is missed (JEP 65).</summary>
/// <param name="Subscription">The topic it subscribed to.</param>
public sealed record IopubWelcome(string Subscription) : MessageContent
{
    /// <inheritdoc />
    public override string MessageType => "iopub_welcome";

    private protected override void WriteFields(Utf8JsonWriter json) => json.WriteString("subscription", Subscription);

    internal static IopubWelcome Read(Fields fields) => new(fields.Text("subscription", ""));
}
