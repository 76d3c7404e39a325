using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Engine.Directives.BuiltIn;

namespace Qiansi.Engine.Languages.Http;

/// <summary>Sends requests, written as in <c>.http</c> files, and shows what comes back.</summary>
/// <remarks>An answer of 400 or more is shown like any other; the cell fails when none comes.</remarks>
public sealed class HttpLanguage : IParameterizedLanguage, IDisposable
{
    private const string DefaultTimeout = "100";
    private static readonly string[] Headers =
        ["Accept", "Accept-Language", "Authorization", "Cache-Control", "Content-Type", "Cookie", "If-None-Match", "User-Agent"];

    private readonly Lazy<HttpClient> _client = new(() =>
        new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { Timeout = Timeout.InfiniteTimeSpan });
    private readonly Dictionary<string, NamedValue> _values = new(StringComparer.Ordinal);
    private ISession? _session;

    /// <inheritdoc />
    public string Name => "http";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => NotebookLanguages.Find(Name)!.Aliases;

    /// <inheritdoc />
    public string Summary => "Sends HTTP requests and shows the answers; {{name}} is a variable of C#.";

    /// <inheritdoc />
    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("--name", "Keeps the last answer as a C# variable of this name, an HttpResponseMessage whose content has been read."),
        new("--timeout", $"Seconds to wait for each answer; {DefaultTimeout} when left out."),
    ];

    /// <inheritdoc />
    public IReadOnlyList<NamedValue> Values => [.. _values.Values];

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context) => ExecuteAsync(block, null, DefaultTimeout, context);

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, DirectiveInvocation invocation, ICellContext context) =>
        ExecuteAsync(block, invocation["--name"], invocation["--timeout"] ?? DefaultTimeout, context);

    private async Task<CellStatus> ExecuteAsync(CodeBlock block, string? name, string timeout, ICellContext context)
    {
        _session = context.Session;
        if (name is not null) VariableNames.Check(name, "--name");
        if (!double.TryParse(timeout, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || seconds is not (> 0 and <= 86_400))
            throw new DirectiveException($"#!http: --timeout {timeout} is no number of seconds from above 0 to 86400.");
        var known = Variables().ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        HttpResponseMessage? last = null;
        foreach (var request in HttpRequestText.Parse(block, n => known.TryGetValue(n, out var value) ? Text(value) : null))
            last = await SendAsync(request, TimeSpan.FromSeconds(seconds), context);
        if (name is null) return CellStatus.Ok;
        if (last is null) throw new DirectiveException($"#!http: --name {name} keeps an answer, and the cell sends no request.");
        await context.Session.FindLanguage("csharp")!.SetValueAsync(name, last, typeof(HttpResponseMessage));
        return CellStatus.Ok;
    }

    /// <inheritdoc />
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        _values[name] = new(name, value, declaredType);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        var line = code[(code.LastIndexOf('\n', Math.Max(0, position - 1)) + 1)..position];
        var open = line.LastIndexOf("{{", StringComparison.Ordinal);
        var isVariable = open >= 0 && !line[open..].Contains("}}", StringComparison.Ordinal);
        var typed = isVariable ? line[(open + 2)..].TrimStart() : line;
        var items = isVariable ? Variables().Select(v => new CompletionItem(v.Name, "instance"))
            : line.AsSpan().ContainsAny(" :\t") ? []
            : HttpRequestText.Methods.Select(m => new CompletionItem(m, "keyword"))
                .Concat(Headers.Select(h => new CompletionItem(h, "property")));
        return Task.FromResult(new CompletionList(position - typed.Length, position,
            [.. items.Where(i => i.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))]));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_client.IsValueCreated) _client.Value.Dispose();
    }

    private IEnumerable<NamedValue> Variables() =>
        _values.Values.Concat(_session?.FindLanguage("csharp")?.Values ?? []).DistinctBy(v => v.Name);

    // As JSON has it where it is more than one text or number.
    private static string Text(object? value) => value switch
    {
        bool or (IEnumerable and not string) => JsonSerializer.Serialize(value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestText request, TimeSpan timeout, ICellContext context)
    {
        using var message = new HttpRequestMessage(new(request.Method), request.Address);
        if (request.Body is ['<', ' ', .. var file] && !file.Contains('\n', StringComparison.Ordinal))
            message.Content = new ByteArrayContent(await ReadAsync(file.Trim()));
        else if (request.Body is not null) message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
        foreach (var (name, value) in request.Headers)
        {
            if (message.Headers.TryAddWithoutValidation(name, value)) continue;
            message.Content ??= new ByteArrayContent([]);
            if (!message.Content.Headers.TryAddWithoutValidation(name, value))
                throw Failed($"'{name}' is no header that a request can have.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        limit.CancelAfter(timeout);
        var watch = Stopwatch.StartNew();
        try
        {
            var reply = await _client.Value.SendAsync(message, limit.Token);
            var bytes = await reply.Content.ReadAsByteArrayAsync(limit.Token);
            context.Output.Display(HttpReplyView.Of(request, reply, bytes, watch.Elapsed));
            return reply;
        }
        catch (HttpRequestException e)
        {
            throw Failed($"no answer: {e.GetBaseException().Message}");
        }
        catch (OperationCanceledException) when (!context.Cancellation.IsCancellationRequested)
        {
            throw Failed($"no answer within {timeout.TotalSeconds} s; --timeout gives it longer.");
        }

        async Task<byte[]> ReadAsync(string file)
        {
            try
            {
                return await File.ReadAllBytesAsync(Path.GetFullPath(file, context.Session.WorkingDirectory), context.Cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Failed($"its body '< {file}': {e.Message}");
            }
        }

        DirectiveException Failed(string why) => new($"#!http: line {request.Line + 1}: {request.Method} {request.Address}: {why}");
    }
}
