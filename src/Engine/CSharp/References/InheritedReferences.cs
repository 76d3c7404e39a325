using System.Collections.Immutable;
using System.Reflection;

namespace Qiansi.Engine.CSharp.References;

/// <summary>Keeps a submission from handing its references on to the next one.</summary>
/// <remarks>
/// Roslyn adds the references of the previous submission to those of the next. A session must be able to take
/// references back: the wide set after the one cell that needed it, and a library whose types were declared anew. Roslyn has no public way
/// to say so, hence the private field; a submission that is bound and emitted does not read it for itself any more. Without the field
/// (another Roslyn), sessions only grow heavier.
/// </remarks>
internal static class InheritedReferences
{
    private static readonly MethodInfo? BoundManager = typeof(CSharpCompilation)
        .GetMethod("GetBoundReferenceManager", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, []);

    private static readonly FieldInfo? Explicit = FieldOf(BoundManager?.ReturnType);

    /// <summary>Whether this Roslyn has what is needed.</summary>
    public static bool CanCut => BoundManager is not null && Explicit is not null;

    /// <summary>From now on, the next submission gets only the references it is given.</summary>
    public static void Cut(CSharpCompilation submission)
    {
        if (CanCut) Explicit!.SetValue(BoundManager!.Invoke(submission, null), ImmutableArray<MetadataReference>.Empty);
    }

    private static FieldInfo? FieldOf(Type? manager)
    {
        for (; manager is not null; manager = manager.BaseType)
        {
            if (manager.GetField("_lazyExplicitReferences",
                BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } field) return field;
        }

        return null;
    }
}
