using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Qiansi.Publishing.Formulas;

/// <summary>What a finished process left.</summary>
internal sealed record ProcessRun(int ExitCode, string Output, string Error);

/// <summary>Runs a command to its end, text in and text out.</summary>
internal static class ChildProcess
{
    /// <summary>The full path of a command on the search path, or null.</summary>
    public static string? Find(string command, string? searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? [command + ".exe", command + ".cmd"] : [command];
        foreach (var folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            foreach (var name in names)
                if (Path.Combine(folder, name) is var path && File.Exists(path)) return path;
        return null;
    }

    /// <summary>Runs a command.</summary>
    /// <exception cref="TypesettingException">It could not be started, or took longer than <paramref name="limit"/>.</exception>
    public static ProcessRun Run(string command, IReadOnlyList<string> arguments, string input, string folder, TimeSpan limit)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            var written = WriteAsync(process.StandardInput, input);
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                throw new TypesettingException($"{Path.GetFileName(command)} was stopped after {limit.TotalSeconds:0} s without an answer");
            }

            written.Wait();
            return new(process.ExitCode, output.Result, error.Result);
        }
        catch (Win32Exception e)
        {
            throw new TypesettingException($"{command} could not be started: {e.Message}");
        }
    }

    private static async Task WriteAsync(StreamWriter writer, string input)
    {
        try
        {
            await writer.WriteAsync(input);
            writer.Close();
        }
        catch (IOException)
        {
            // The process ended without reading its input; its exit code and error text say why.
        }
    }
}
