namespace Qiansi.Torch.Tests.Surface;

/// <summary>What a cell written for one surface would miss in another.</summary>
internal static class SurfaceComparison
{
    /// <summary>The members of <paramref name="theirs"/> that <paramref name="ours"/> does not stand in for,
    /// with what comes nearest.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<SurfaceMember> theirs, IReadOnlyList<SurfaceMember> ours)
    {
        foreach (var member in theirs)
        {
            var named = ours.Where(o => o.Name == member.Name).ToList();
            if (named.Any(o => StandsIn(member, o))) continue;
            yield return $"{member}{(named.Count == 0 ? "" : $"  ⇢ ours: {string.Join(" | ", named)}")}";
        }
    }

    private static bool StandsIn(SurfaceMember theirs, SurfaceMember ours)
    {
        if (theirs.IsStatic != ours.IsStatic || !Returns(theirs.Type, ours.Type)) return false;
        if (theirs.Parameters is null) return ours.Parameters is null && (ours.CanWrite || !theirs.CanWrite);
        if (ours.Parameters is null || ours.Parameters.Count < theirs.Parameters.Count) return false;
        for (var i = 0; i < ours.Parameters.Count; i++)
        {
            var own = ours.Parameters[i];
            if (i >= theirs.Parameters.Count)
            {
                if (own.Default is null && !own.IsParams) return false;
                continue;
            }
            var their = theirs.Parameters[i];
            if (own.Name != their.Name && theirs.Name != "this" && !theirs.Name.StartsWith("op_", StringComparison.Ordinal)) return false;
            if (their.IsParams && !own.IsParams) return false;
            if (their.Default is not null && their.Default != own.Default && !(their.Default == "default" && own.Default == "null"))
                return false;
            if (!Accepts(own.Type, their.Type)) return false;
        }
        return true;
    }

    private static bool Returns(string theirs, string ours) => theirs == ours || (theirs, ours) switch
    {
        ("void", _) => true,
        ("IDisposable", "Torch.Autograd.GradModeScope") => true,
        _ => false,
    };

    /// <summary>Whether an argument of one type can be given for a parameter of another.</summary>
    private static bool Accepts(string parameter, string argument)
    {
        if (parameter == argument || parameter == argument + "?" || parameter == "object") return true;
        if (parameter.StartsWith("IEnumerable<", StringComparison.Ordinal))
        {
            var item = parameter["IEnumerable<".Length..^1];
            return argument == item + "[]" || argument == $"IList<{item}>"
                || argument == $"IReadOnlyList<{item}>" || argument == $"List<{item}>";
        }
        if (parameter.StartsWith("IList<", StringComparison.Ordinal) && argument == parameter["IList<".Length..^1] + "[]") return true;
        if (parameter is "Scalar" or "Scalar?"
            && argument is "Scalar" or "byte" or "sbyte" or "short" or "int" or "long" or "float" or "double" or "bool") return true;
        return (parameter, argument) is ("long", "int") or ("double", "float") or ("long?", "int?") or ("ReadOnlySpan<long>", "long[]")
            or ("torch.Tensor", "Modules.Parameter")
            or ("torch.utils.data.Dataset<Dictionary<string, torch.Tensor>>", "torch.utils.data.Dataset")
            or ("torch.utils.data.Dataset<IList<torch.Tensor>>", "torch.utils.data.IterableDataset");
    }
}
