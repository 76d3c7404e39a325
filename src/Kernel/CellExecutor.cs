using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Engine;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>Runs <c>execute_request</c>s.</summary>
internal sealed class CellExecutor(KernelLife life, IopubPublisher iopub, InputChannel input, HistoryStore history)
{
    /// <summary>Number of the last counted cell.</summary>
    public int ExecutionCount { get; private set; }

    public ExecuteReply Execute(Message request, ExecuteRequest execute)
    {
        var isCounted = execute.StoreHistory && !execute.Silent;
        if (isCounted) ExecutionCount++;
        var number = isCounted ? ExecutionCount : ExecutionCount + 1;
        if (!execute.Silent) iopub.Announce(request.Header, new ExecuteInput(execute.Code, number));
        var sink = new CellSink(
            request, iopub, input)
        { ExecutionCount = number, Silent = execute.Silent, AllowStdin = execute.AllowStdin };
        life.Running = request.Header;
        CellStatus status;
        try
        {
            status = Run(execute.Code, request.Metadata, sink, number);
        }
        finally
        {
            life.Running = null;
        }
        var expressions = status == CellStatus.Ok ? Evaluate(execute.UserExpressions, request) : [];
        if (isCounted) history.Add(number, execute.Code, sink.ResultText);
        // A subscriber that takes nothing must not keep the reply from the others for long; the publisher goes on in its order.
        iopub.FlushAsync().Wait(TimeSpan.FromSeconds(15));
        return status == CellStatus.Ok
            ? new ExecuteReply(number) { UserExpressions = expressions, Payload = [.. sink.Offered.Select(NextCell)] }
            : Failed(number, sink.Failure);
    }

    private CellStatus Run(string code, RawJson metadata, CellSink sink, int number)
    {
        var options = new CellOptions
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Cell {number}"),
            Language = CellMetadata.Language(metadata),
            Id = CellMetadata.CellId(metadata)
        };
        var status = life.Session.ExecuteAsync(code, sink, options).GetAwaiter().GetResult();
        if (status != CellStatus.Ok && sink.Failure is null)
            sink.Error(status == CellStatus.Interrupted
                ? new("Interrupted", "The cell was interrupted.", ["The cell was interrupted."]) : new("Error", "The cell failed.", []));
        return status;
    }

    /// <summary>The payload by which front ends put a cell below the one that ran.</summary>
    private static RawJson NextCell(string code)
    {
        var text = JsonEncodedText.Encode(code, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return new($"{{\"source\":\"set_next_input\",\"text\":\"{text}\",\"replace\":false}}");
    }

    private static ExecuteReply Failed(int number, CellError? failure) => new(number)
    {
        Status = ReplyStatus.Error,
        Error = new(failure!.Name, failure.Message, Traceback.Colour(failure)),
    };

    private List<KeyValuePair<string, RawJson>> Evaluate(IReadOnlyList<KeyValuePair<string, RawJson>> expressions, Message request)
    {
        var values = new List<KeyValuePair<string, RawJson>>(expressions.Count);
        foreach (var (name, expression) in expressions)
        {
            using var document = JsonDocument.Parse(expression.Text);
            var sink = new ExpressionSink();
            if (document.RootElement.ValueKind != JsonValueKind.String)
                sink.Error(new("TypeError", $"The expression '{name}' is a JSON {document.RootElement.ValueKind}, not a string.", []));
            else
                life.Session.ExecuteAsync(document.RootElement.GetString()!, sink, new CellOptions { Name = $"Expression {name}" })
                    .GetAwaiter().GetResult();
            values.Add(new(name, sink.ToJson()));
        }
        return values;
    }

    /// <summary>Keeps the value of one expression; whatever else it puts out goes nowhere.</summary>
    private sealed class ExpressionSink : IOutputSink
    {
        private MimeBundle _value = [];
        private CellError? _error;

        public void Write(StandardStream stream, string text)
        {
        }

        public void Display(MimeBundle data, string? displayId = null)
        {
        }

        public void UpdateDisplay(MimeBundle data, string displayId)
        {
        }

        public void Result(MimeBundle data) => _value = data;

        public void Error(CellError error) => _error = error;

        public void ClearOutput(bool wait)
        {
        }

        public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) =>
            Task.FromException<string>(new InputUnavailableException("A user expression cannot ask for input."));

        public RawJson ToJson()
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, MessageCodec.WriterOptions))
            {
                json.WriteStartObject();
                json.WriteString("status", _error is null ? "ok" : "error");
                if (_error is null)
                {
                    json.WriteBundle("data", _value);
                    json.WriteJson("metadata", RawJson.Empty);
                }
                else
                {
                    json.WriteString("ename", _error.Name);
                    json.WriteString("evalue", _error.Message);
                    json.WriteTexts("traceback", _error.Traceback);
                }
                json.WriteEndObject();
            }
            return new(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
    }
}
