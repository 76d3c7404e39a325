using System.Text;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Kernel.Values;

namespace Qiansi.Kernel.Connect;

/// <summary>Variables of a connected kernel: their list, their values, and giving them values;
/// see <see cref="ValueTarget"/> for what is said.</summary>
/// <param name="client">Talks to the kernel.</param>
/// <param name="name">What errors call it: <c>#!py</c>.</param>
/// <param name="language">Its language.</param>
internal sealed class ValueTransfer(KernelClient client, string name, string language)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether the kernel answers, once it was prepared.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Teaches the kernel to answer, when its language is one we have a pack for; our own kernel knows already.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            IsAnswered = await TeachAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A kernel that takes no notice of comms at all: it is not asked again.
        }
    }

    private async Task<bool> TeachAsync(CancellationToken cancellation)
    {
        if (language == "python")
        {
            // One expression in names of its own, so that nothing of it shows among the user's.
            var code = $"exec({JsonText.Literal(ReadPack("python.py"))}, {{'__name__': 'qiansi_values'}})";
            await client.ExecuteAsync(
                code, SilentSink.Instance, new() { Silent = true, StoreHistory = false, AllowStdin = false }, cancellation);
        }
        return await client.AskCommAsync(Question(new { @do = "list" }), [], cancellation) is not null;
    }

    /// <summary>The variables, with their texts as values.</summary>
    public async Task<IReadOnlyList<NamedValue>> ListAsync(CancellationToken cancellation)
    {
        var (answer, _) = await AskAsync(new { @do = "list" }, [], cancellation);
        return [.. answer.GetProperty("values").EnumerateArray()
            .Select(v => new NamedValue(v.GetProperty("name").GetString()!, v.GetProperty("text").GetString(),
                typeof(object)) { TypeName = v.GetProperty("type").GetString() })];
    }

    /// <summary>A variable's value as .NET's nearest; null when there is no such variable.</summary>
    public async Task<NamedValue?> GetAsync(string variable, CancellationToken cancellation)
    {
        var (answer, buffers) = await AskAsync(new { @do = "get", name = variable }, [], cancellation);
        if (!answer.TryGetProperty("value", out var head)) return null;
        var value = ValueDecoder.Decode(WireValue.Read(head, buffers));
        return new(variable, value,
            value?.GetType() ?? typeof(object))
        { TypeName = answer.TryGetProperty("type", out var type) ? type.GetString() : null };
    }

    /// <summary>Gives a variable a value.</summary>
    public async Task SetAsync(string variable, object? value, CancellationToken cancellation)
    {
        var encoded = ValueEncoder.Encode(variable, value);
        await AskAsync(new { @do = "set", name = variable, value = encoded.Head }, [encoded.Bytes], cancellation);
    }

    private async Task<(JsonElement Answer, IReadOnlyList<ReadOnlyMemory<byte>> Buffers)> AskAsync(
        object question, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken cancellation)
    {
        var reply = (IsAnswered ? await client.AskCommAsync(Question(question), buffers, cancellation) : null)
            ?? throw new DirectiveException($"#!{name}: a kernel for '{language}' cannot be asked for its variables. "
                + "Values are shared with Python and with our own C# kernel; with others, write a file and read it there.");
        using var document = JsonDocument.Parse(reply.Data.ToString());
        var answer = document.RootElement.Clone();
        return answer.TryGetProperty("error", out var error)
            ? throw new DirectiveException($"#!{name}: {error.GetString()}") : (answer, reply.Buffers);
    }

    private static CommOpen Question(object data) =>
        new(Guid.NewGuid().ToString("N"), ValueTarget.Name, new(JsonSerializer.Serialize(data)));

    private static string ReadPack(string file)
    {
        using var stream = typeof(ValueTransfer).Assembly.GetManifestResourceStream($"Connect.Packs.{file}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
