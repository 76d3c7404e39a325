using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb --version</c>: the tool's version and what it runs on.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>The tool's version, <c>0.1.0</c>.</summary>
    public static string Version => typeof(VersionAction).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(
            $"nb {Version} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
        return ExitCode.Ok;
    }
}
