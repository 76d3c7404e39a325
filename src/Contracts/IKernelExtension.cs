namespace Qiansi.Contracts;

/// <summary>What a notebook extension is: it adds languages and directives to a session, and formatters for its types.</summary>
/// <remarks>
/// Implement it in a public class with a parameterless constructor. <c>#r</c> of the assembly loads it,
/// as does a package that has the assembly in <c>interactive-extensions/dotnet</c>. Formatters are registered with
/// <c>Microsoft.DotNet.Interactive.Formatting.Formatter</c>.
/// </remarks>
public interface IKernelExtension
{
    /// <summary>Called once a session, on the cell thread, before the cell that brought the extension goes on.</summary>
    /// <param name="session">The session's registries.</param>
    Task RegisterAsync(ISession session);
}
