namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Binds the references of compilations one at a time.</summary>
/// <remarks>
/// Submissions only fit together when they share the symbols of the assemblies they reference,
/// and the compiler shares them through a cache in the references. Two compilations that bind the same references at the same moment each
/// make symbols of their own; a later submission may take either, and then an <c>int</c> of one cell is no <c>int</c> to the next. So every
/// compilation over a session's references, a cell's as well as one made for completion, passes through here before it is used. Its
/// references are bound then, so nothing is done twice.
/// </remarks>
internal static class ReferenceBinding
{
    private static readonly Lock Gate = new();

    /// <summary>Binds the compilation's references and gives it back.</summary>
    public static CSharpCompilation Bind(this CSharpCompilation compilation)
    {
        lock (Gate)
        {
            _ = compilation.Assembly;
        }

        return compilation;
    }
}
