using System.Collections;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive;

/// <summary>All of a session's languages, by the name that extensions cast to.</summary>
public sealed class CompositeKernel : Kernel, IEnumerable<Kernel>
{
    internal CompositeKernel(ICellContext cell)
        : base(cell, null)
    {
    }

    /// <summary>The language of cells that name none.</summary>
    public string DefaultKernelName => ChildKernels[0].Name;

    /// <inheritdoc />
    public IEnumerator<Kernel> GetEnumerator() => ChildKernels.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
