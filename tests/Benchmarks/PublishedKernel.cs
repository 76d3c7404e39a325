using System.Diagnostics;
using System.Runtime.CompilerServices;
using Qiansi.Contracts;
using Qiansi.Jupyter.Client;

namespace Qiansi.Benchmarks;

/// <summary>The kernel as <c>./nb</c> publishes it.</summary>
internal static class PublishedKernel
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", ".."));

    public static string Executable
    {
        get
        {
            var path = Path.Combine(Root, "artifacts", "nb", OperatingSystem.IsWindows() ? "nb.exe" : "nb");
            return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not there: run ./nb --version once, which publishes it.");
        }
    }

    public static Task<KernelProcess> StartAsync() =>
        KernelProcess.StartAsync(new KernelLaunch([Executable, "kernel", "--connection-file", "{connection_file}"]) { InterruptByMessage = true, UseIpc = true }, CancellationToken.None);

    /// <summary>Runs a cell; its value as text.</summary>
    public static async Task<string> RunAsync(this KernelProcess kernel, string code)
    {
        var sink = new LastValue();
        await kernel.Client.ExecuteAsync(code, sink);
        return sink.Failure is null ? sink.Text : throw new InvalidOperationException(string.Join('\n', sink.Failure.Traceback));
    }

    public static double ResidentMegabytes(this KernelProcess kernel)
    {
        using var process = Process.GetProcessById(kernel.ProcessId);
        return process.WorkingSet64 / 1048576.0;
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;

    private sealed class LastValue : IOutputSink
    {
        public string Text { get; private set; } = "";

        public CellError? Failure { get; private set; }

        public void Write(StandardStream stream, string text) { }

        public void Display(MimeBundle data, string? displayId = null) { }

        public void UpdateDisplay(MimeBundle data, string displayId) { }

        public void Result(MimeBundle data) => Text = data["text/plain"] ?? "";

        public void Error(CellError error) => Failure = error;

        public void ClearOutput(bool wait) { }

        public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) => throw new InputUnavailableException("no input here");
    }
}
