using System.CommandLine;
using Qiansi.Server;
using Qiansi.Server.Course;
using Qiansi.Server.Hub;
using Qiansi.Tool.Lab;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb lab</c>: JupyterLab in the browser, without Python.</summary>
internal static class LabCommand
{
    private const string Notes = """
        The address that is printed holds a token, which lets its reader run programs on this machine. The
        browser keeps it as a cookie. Ctrl+C stops the server and all its kernels, at once.

        Without a token nobody is asked who they are; that is only allowed on 127.0.0.1: --token ""
        For other machines, tunnel (ssh -L 8888:127.0.0.1:8888 HOST) rather than --ip 0.0.0.0: what is sent is
        not encrypted.

        A JupyterHub starts it as the server of each of its users (c.Spawner.cmd = ["nb", "lab"]): it then listens and lets
        in as the hub says. See docs/many-machines.md.

        Editors find the server by Jupyter's runtime folder, or by its address: in VS Code,
        Select Kernel > Existing Jupyter Server.

        A chapter with exercises opens as your own copy, without its solutions. The copy is the file of the same name
        in the folder my-work beside the chapter; when the chapter changes it gets what is new, and keeps what you
        have written. --teacher opens every file as it is.

        Examples:
          nb lab                              this folder
          nb lab notebooks                    the chapters
          nb lab notebooks/00-start-here.ipynb
          nb lab --teacher notebooks          the chapters with their solutions
          nb lab --port 9000 --no-browser
        """;

    private static readonly Argument<string> Place = new("FOLDER")
    {
        Description = "The folder to serve, or a notebook to open; this folder unless given.",
        DefaultValueFactory = _ => ".",
        Arity = ArgumentArity.ZeroOrOne
    };
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port to listen on; the next free one when it is taken.",
        HelpName = "number",
        DefaultValueFactory = _ => 8888
    };
    private static readonly Option<string> Ip = new("--ip")
    {
        Description = "Address to listen on; other than 127.0.0.1 lets other machines in.",
        HelpName = "address",
        DefaultValueFactory = _ => "127.0.0.1"
    };
    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "Print the address and open no browser." };
    private static readonly Option<string?> Token =
        new("--token") { Description = "The token to ask for; a new one unless given (or NB_LAB_TOKEN).", HelpName = "text" };
    private static readonly Option<string[]> AllowHost =
        new("--allow-host") { Description = "A further name of this machine that browsers may use; may be repeated.", HelpName = "name" };
    private static readonly Option<bool> Hidden = new("--hidden") { Description = "Serve files whose names begin with a dot, too." };
    private static readonly Option<double?> EndIdle =
        new("--end-idle") { Description = "End kernels that were idle for so long and that no page shows.", HelpName = "minutes" };
    private static readonly Option<bool> NoSpare =
        new("--no-spare") { Description = "Keep no warm kernel ready: less memory, slower new notebooks." };

    private static readonly Option<bool> HubToken =
        new("--hub-token-in-cells") { Description = "Under a JupyterHub: leave its API token in the environment of cells." };

    private static readonly Option<bool> Teacher =
        new("--teacher") { Description = "Open chapters as they are, with solutions, and not as students' copies." };

    public static Command Create()
    {
        Port.Validators.Add(r => Check(r, r.GetValueOrDefault<int>() is >= 0 and <= 65535, "a port from 0 (any) to 65535"));
        EndIdle.Validators.Add(r => Check(r, r.GetValueOrDefault<double?>() is null or > 0, "a number of minutes above 0"));
        var command = new DocumentedCommand("lab", "Open notebooks in the browser, in JupyterLab.") { Notes = Notes };
        command.Add(Place);
        foreach (var option in (Option[])[Port, Ip, NoBrowser, Token, AllowHost, Hidden, EndIdle, NoSpare, HubToken, Teacher]) command.Add(
            option);
        command.SetAction(RunAsync);
        return command;
    }

    private static void Check(System.CommandLine.Parsing.OptionResult result, bool isRight, string expected)
    {
        if (!isRight) result.AddError($"{result.Option.Name} {result.Tokens.FirstOrDefault()?.Value}: {expected} belongs there");
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        var hub = Hub(arguments.GetValue(HubToken));
        var place = arguments.GetResult(Place) is { Implicit: false } ? arguments.GetRequiredValue(Place) : hub?.Folder
            ?? arguments.GetRequiredValue(Place);
        var (folder, notebook) = Target(place);
        var kernel = LabKernel.Offer;
        if (hub is not null)
        {
            var limits = hub.KernelEnvironment(Environment.GetEnvironmentVariable);
            kernel = kernel with { Launch = kernel.Launch with { Environment = [.. kernel.Launch.Environment, .. limits] } };
        }

        var options = new LabServerOptions
        {
            Folder = folder,
            Kernel = kernel,
            Hub = hub,
            Ip = arguments.GetRequiredValue(Ip),
            Port = arguments.GetValue(Port),
            Token = arguments.GetValue(Token) ?? Environment.GetEnvironmentVariable("NB_LAB_TOKEN"),
            AllowedHosts = arguments.GetValue(AllowHost) ?? [],
            ShowHidden = arguments.GetValue(Hidden),
            // A machine with many users has no memory for kernels that wait.
            KeepSpareKernel = hub is null && !arguments.GetValue(NoSpare),
            EndIdleKernelsAfter = arguments.GetValue(EndIdle) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Exports = LabExports.All,
            StudentEdition = arguments.GetValue(Teacher) ? null : LabEdition.Students,
            Log = line => error.WriteLine($"nb lab: {line}"),
        };
        // From here on Ctrl+C ends the server in good order, however far it has come.
        using var end = new EndRequest();
        LabServer server;
        try
        {
            server = await LabServer.StartAsync(options);
        }
        catch (LabServerException e)
        {
            throw new CommandException(e.Message);
        }
        await using (server)
        {
            Greet(server, options, notebook, output, error);
            if (hub is null && !arguments.GetValue(NoBrowser)) Browser.Open(server.UrlFor(notebook), error);
            await Task.WhenAny(end.Requested, server.StopRequested);
            output.WriteLine("Stopping.");
        }
        return ExitCode.Ok;
    }

    /// <summary>What the hub that started this process says; null when none has.</summary>
    private static HubEnvironment? Hub(bool keepToken)
    {
        try
        {
            var hub = HubEnvironment.Read(Environment.GetEnvironmentVariable);
            if (hub is not null && !keepToken) HubEnvironment.ForgetToken();
            return hub;
        }
        catch (LabServerException e)
        {
            throw new CommandException(e.Message);
        }
    }

    /// <summary>The folder to serve, and the page to open in it.</summary>
    private static (string Folder, string Page) Target(string place)
    {
        var full = Path.GetFullPath(place);
        if (Directory.Exists(full)) return (full, "");
        if (File.Exists(full)) return (Path.GetDirectoryName(full)!, "lab/tree/" + Path.GetFileName(full));
        throw new CommandException($"There is no folder or file '{place}'.", $"Relative names start from {Environment.CurrentDirectory}.");
    }

    private static void Greet(LabServer server, LabServerOptions options, string notebook, TextWriter output, TextWriter error)
    {
        output.WriteLine($"Serving {options.Folder}");
        output.WriteLine();
        output.WriteLine($"    {server.UrlFor(notebook)}");
        output.WriteLine();
        if (options.StudentEdition is not null)
            output.WriteLine(
                $"Chapters with exercises open as your own copies, kept in {StudentEdition.FolderName}; --teacher opens them as they are.");
        output.WriteLine("Ctrl+C stops the server and all kernels.");
        if (options.Hub is { } hub)
        {
            output.WriteLine($"Started by a JupyterHub for {hub.User}, which says who may come in.");
            return;
        }

        if (options.Port != 0 && new Uri(server.Address).Port != options.Port)
            output.WriteLine($"Port {options.Port} is taken, so this is the next free one.");
        if (options.Ip is not ("127.0.0.1" or "::1"))
            error.WriteLine($"nb lab: WARNING: listening on {options.Ip}. Whoever gets hold of the address above can run programs as "
                + $"{Environment.UserName} on this machine, and what is sent is not encrypted.");
        if (server.Token.Length == 0)
            error.WriteLine("nb lab: WARNING: there is no token. Every program of every user of this machine can run programs as you.");
        if (!server.HasLab)
            error.WriteLine("nb lab: JupyterLab is not in this build, so the browser shows the course but opens no notebook. "
                + $"{server.LabProblem ?? "Install Node.js 20 or later with npm"} Then start ./nb lab again, which bundles it once. "
                + "VS Code and other Jupyter clients can use this server already.");
    }
}
