using Qiansi.Contracts;
using Qiansi.Engine.Directives;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;

namespace Qiansi.Kernel.Connect;

/// <summary><c>#!connect jupyter --kernel-spec python3 --kernel-name py</c>: from then on <c>#!py</c>
/// starts cells of that kernel.</summary>
internal sealed class ConnectDirective : IDirective
{
    public string Name => "connect";

    public string Summary =>
        "Gives the notebook cells of another Jupyter kernel, of any language; #!share and #!set pass values between them and C#.";

    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("what", "What to connect to.",
            Required: true) { Choices = () => [new("jupyter", "keyword", "a kernel of an installed kernelspec")] },
        new("--kernel-spec", "The kernelspec to start. Installed are:") { Choices = Installed },
        new("--kernel-name", "The language's name here, which its cells begin with: py makes #!py."),
        new("--restart", "Start it anew when it is running already; its variables are lost.", IsFlag: true),
    ];

    public async Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        if (invocation["what"] != "jupyter")
            throw new DirectiveException(
                $"#!connect: '{invocation["what"]}' is nothing to connect to; write #!connect jupyter --kernel-spec … --kernel-name ….");
        var spec = Find(invocation["--kernel-spec"]);
        var name = Check(invocation["--kernel-name"], context.Session);
        if (context.Session.FindLanguage(name) is JupyterLanguage running)
        {
            if (running.Exit is null && running.Spec.Folder == spec.Folder && invocation["--restart"] is null)
            {
                Say($"#!{name} is connected already and keeps its variables; --restart starts it anew.");
                return;
            }
            await running.EndAsync();
        }

        JupyterLanguage language;
        try
        {
            language = await JupyterLanguage.StartAsync(name, spec, context.Session.WorkingDirectory, context.Cancellation);
        }
        catch (KernelStartException e)
        {
            throw new DirectiveException($"#!connect: {e.Message}");
        }
        context.Session.Add(language);
        Say($"#!{name} starts cells of {spec.DisplayName}.");

        void Say(string text) => context.Output.Display(MimeBundle.Plain(text));
    }

    private static IReadOnlyList<CompletionItem> Installed() =>
        [.. KernelSpecFinder.All().Select(s => new CompletionItem(s.Name, "keyword", s.DisplayName))];

    private static KernelSpec Find(string? name)
    {
        if (name is null) throw new DirectiveException($"#!connect jupyter: --kernel-spec is missing. {List()}");
        var specs = KernelSpecFinder.All();
        try
        {
            return KernelSpecFinder.Find(name);
        }
        catch (KernelSpecException) when (!specs.Any(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            var near = NearestNames.Of(name, specs.Select(s => s.Name));
            throw new DirectiveException("#!connect jupyter: there is no kernelspec "
                + $"'{name}'.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")} {List()}");
        }
        catch (KernelSpecException e)
        {
            throw new DirectiveException($"#!connect jupyter: {e.Message}");
        }

        static string List()
        {
            var installed = KernelSpecFinder.All();
            return installed.Count == 0
                ? "No kernelspec is installed; Python's comes with: pip install ipykernel, then python3 -m ipykernel install --user"
                : $"Installed are:\n{string.Join('\n', installed.Select(s => $"  {s.Name}  {s.DisplayName}"))}";
        }
    }

    private static string Check(string? name, ISession session)
    {
        if (name is null)
            throw new DirectiveException(
                "#!connect jupyter: --kernel-name is missing: the name its cells are to begin with, as in --kernel-name py for #!py.");
        if (name.Length == 0 || !char.IsLetter(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'))
            throw new DirectiveException(
                $"#!connect jupyter: --kernel-name '{name}' cannot stand after #!; use letters, digits, - and _, and start with a letter.");
        // In another case it is the same language: #!Py finds #!py.
        if (session.FindLanguage(name) is JupyterLanguage connected) return connected.Name;
        var isTaken = session.FindLanguage(name) is not null
            || session.Directives.Any(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return isTaken ? throw new DirectiveException(
            $"#!connect jupyter: #!{name} means something else already; choose another --kernel-name.") : name;
    }
}
