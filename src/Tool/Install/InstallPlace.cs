using System.CommandLine;
using Qiansi.Jupyter.KernelSpecs;

namespace Qiansi.Tool.Install;

/// <summary>The options that say which kernelspec <c>nb install</c> and <c>nb uninstall</c> are about.</summary>
internal sealed class InstallPlace
{
    private readonly Option<string?> _prefix =
        new("--prefix") { Description = "Below this folder (a virtual environment, say) and not in the user's.", HelpName = "folder" };
    private readonly Option<bool> _system = new("--system") { Description = "For all users; needs the right to write there." };
    private readonly Option<string> _name = new("--name")
    {
        Description = "Name of the kernelspec, which notebooks carry.",
        HelpName = "name",
        DefaultValueFactory = _ => KernelInstallation.DefaultName
    };

    /// <summary>The options.</summary>
    public IEnumerable<Option> Options => [_name, _prefix, _system];

    /// <summary>The kernelspec they name.</summary>
    /// <exception cref="CommandException">They contradict each other, or the name is not one that Jupyter accepts.</exception>
    public KernelInstallation Of(ParseResult arguments)
    {
        var (prefix, name) = (arguments.GetValue(_prefix), arguments.GetRequiredValue(_name));
        if (prefix is not null && arguments.GetValue(_system))
            throw new CommandException("--prefix and --system exclude each other.", "Give one of them, or none to install for your user.");
        if (prefix is { Length: 0 }) throw new CommandException("--prefix is empty.", "Name a folder.");
        if (name.Length == 0 || name is "." or ".." || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            throw new CommandException(
                $"--name '{name}' cannot be the name of a kernelspec.", "Use ASCII letters, digits, dots, dashes and underscores.");
        var data = arguments.GetValue(_system) ? JupyterPaths.SystemData
            : prefix is not null ? JupyterPaths.InPrefix(Path.GetFullPath(prefix))
            : JupyterPaths.UserData;
        return new(data, name);
    }
}
