using Qiansi.Tool.Commands;
using Qiansi.Tool.Doctor;
using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public void WhatIsMissingComesWithItsUseAndTheCommandThatGetsIt()
    {
        var output = new StringWriter { NewLine = "\n" };
        var report = new DoctorReport("Some Linux", "linux-x64", ".NET 10.0.0", 4, 8L << 30,
        [
            DoctorRow.Found("Web", "node", "typesets formulas", "20.1.0", "/usr/bin/node"),
            DoctorRow.Missing("Web", "browser", "prints pages", "apt install [chromium] " + new string('x', 200)),
        ]);

        DoctorCommand.Show(report, TerminalOutput.For(output));

        Assert.Equal($"""
            nb {VersionAction.Version} on Some Linux (linux-x64), .NET 10.0.0, 4 processors, 8 GiB of memory

            Web
              ok      node: 20.1.0, /usr/bin/node
              missing browser
                      for: prints pages
                      get it: apt install [chromium] {new string('x', 200)}

            """.ReplaceLineEndings("\n"), output.ToString().ReplaceLineEndings("\n"));
    }
}
