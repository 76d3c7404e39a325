using System.Diagnostics;
using System.Globalization;
using Qiansi.Snl.Tm;

namespace Qiansi.Benchmarks;

/// <summary>A plain interpreter of the Tiny Machine in C, built by this program; it measures itself.</summary>
internal sealed class CPeer : IDisposable
{
    private readonly string _folder;

    private CPeer(string folder) => _folder = folder;

    /// <summary>Builds the interpreter and writes a program for it; null without gcc.</summary>
    public static CPeer? Build(TmProgram program)
    {
        var folder = Directory.CreateTempSubdirectory("tm-peer-").FullName;
        var peer = new CPeer(folder);
        // One instruction a line as numbers: operation, r, s, and t or d.
        File.WriteAllLines(Path.Combine(folder, "program.txt"), program.Instructions.Select(i => $"{(int)i.Op} {i.R} {i.S} {i.D}"));
        try
        {
            Start("gcc", ["-O2", "-o", Path.Combine(folder, "tm"), Path.Combine(AppContext.BaseDirectory, "tm_peer.c")]);
            return peer;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            peer.Dispose();
            return null;
        }
    }

    /// <summary>Runs the program.</summary>
    /// <returns>Seconds between its first and last instruction.</returns>
    public double Run(string expected)
    {
        var lines = Start(Path.Combine(_folder, "tm"), [Path.Combine(_folder, "program.txt")]).Split('\n',
            StringSplitOptions.RemoveEmptyEntries);
        if (lines[0] + "\n" != expected) throw new InvalidOperationException($"the interpreter in C wrote {lines[0]}, expected {expected}");
        return double.Parse(lines[^1], CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Start(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed with {process.ExitCode}");
    }
}
