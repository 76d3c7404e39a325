using System.Diagnostics;
using System.Text.Json;

namespace Qiansi.Packages.Tests;

/// <summary>.NET Interactive over standard input and output, in which way it opens no port.</summary>
internal sealed class RealHost : IDisposable
{
    private readonly Process _process;
    private int _commands;

    public RealHost(PackageFeed feed)
    {
        var start = new ProcessStartInfo(feed.Program, ["stdio", "--default-kernel", "csharp"])
        {
            WorkingDirectory = feed.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        _process = Process.Start(start)!;
    }

    /// <summary>Runs a cell; what it shows, by media type, in order.</summary>
    public async Task<IReadOnlyList<(string MediaType, string Value)>> RunAsync(string code)
    {
        var token = $"cell{++_commands}";
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(
            new { commandType = "SubmitCode", command = new { code, targetKernelName = "csharp" }, token }));
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var shown = new List<(string, string)>();
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith('{')) continue;
            using var message = JsonDocument.Parse(line);
            var kind = message.RootElement.GetProperty("eventType").GetString()!;
            if (!message.RootElement.TryGetProperty("command", out var command) || command.ValueKind != JsonValueKind.Object) continue;
            var cause = command.GetProperty("token").GetString()!;
            if (cause != token && !cause.StartsWith(token + ".", StringComparison.Ordinal)) continue;
            var told = message.RootElement.GetProperty("event");
            if (told.TryGetProperty("formattedValues", out var values))
                shown.AddRange(values.EnumerateArray().Select(v =>
                    (v.GetProperty("mimeType").GetString()!, v.GetProperty("value").GetString()!)));
            if (kind == "CommandFailed") Assert.Fail(told.GetProperty("message").GetString()!);
            if (kind == "CommandSucceeded" && cause == token) return shown;
        }

        throw new InvalidOperationException("the host has ended");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
