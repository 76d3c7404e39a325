using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Qiansi.Contracts;
using Qiansi.PowerShellCells.Host;

namespace Qiansi.PowerShellCells;

/// <summary>The PowerShell of one session.</summary>
internal sealed class Shell : IDisposable
{
    private readonly HashSet<string> _own;

    public Shell(string folder)
    {
        // The commands as they are compiled in, since modules are looked for beside a library that lies in a package's folder.
        Runspace = RunspaceFactory.CreateRunspace(Host, InitialSessionState.CreateDefault());
        Runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        Runspace.Open();
        Runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(folder));
        _own = [.. Variables().Select(v => v.Name), "?", "^", "$", "args", "input", "LASTEXITCODE", "foreach", "switch", "Matches"];
    }

    public Runspace Runspace { get; }

    public CellHost Host { get; } = new();

    /// <summary>The variables that cells have set.</summary>
    public IReadOnlyList<NamedValue> Values() =>
    [
        .. Variables().Where(v => !_own.Contains(v.Name)).Select(v => (v.Name, Value: PlainValue.Of(v.Value)))
            .Select(v => new NamedValue(v.Name, v.Value, v.Value?.GetType() ?? typeof(object))),
    ];

    /// <summary>Sets a variable.</summary>
    /// <exception cref="DirectiveException">PowerShell keeps the name for itself.</exception>
    public void Set(string name, object? value)
    {
        try
        {
            Runspace.SessionStateProxy.SetVariable(name, value);
        }
        catch (SessionStateException e)
        {
            throw new DirectiveException($"#!pwsh: '{name}' cannot be set there: {e.Message} Share it by another name: --as NAME.");
        }
    }

    public void Dispose() => Runspace.Dispose();

    /// <summary>Makes it the PowerShell of this thread, which scripts that call PowerShell's own library ask for, until disposed.</summary>
    public IDisposable Enter()
    {
        Runspace.DefaultRunspace = Runspace;
        return new Entered();
    }

    private PSVariable[] Variables()
    {
        using var shell = PowerShell.Create(Runspace);
        return [.. shell.AddCommand("Get-Variable").AddParameter("Scope", "Global").Invoke<PSVariable>()];
    }

    private sealed class Entered : IDisposable
    {
        public void Dispose() => Runspace.DefaultRunspace = null;
    }
}
