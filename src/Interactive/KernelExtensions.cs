namespace Microsoft.DotNet.Interactive;

/// <summary>What packages made for .NET Interactive call as extension methods.</summary>
public static class KernelExtensions
{
    /// <inheritdoc cref="Kernel.FindKernelByName" />
    public static Kernel? FindKernelByName(this Kernel kernel, string name) => kernel.FindKernelByName(name);

    /// <summary>The languages of which something is true.</summary>
    public static IEnumerable<Kernel> FindKernels(this Kernel kernel, Func<Kernel, bool> predicate) =>
        kernel.ChildKernels.Where(predicate);

    /// <summary>Does something with each language.</summary>
    public static void VisitSubkernels(this Kernel kernel, Action<Kernel> onVisit)
    {
        foreach (var child in kernel.ChildKernels) onVisit(child);
    }

    /// <summary>Does something with all languages together, and with each.</summary>
    public static void VisitSubkernelsAndSelf(this Kernel kernel, Action<Kernel> onVisit)
    {
        onVisit(kernel);
        kernel.VisitSubkernels(onVisit);
    }
}
