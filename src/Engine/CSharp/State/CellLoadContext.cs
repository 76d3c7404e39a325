using System.Reflection;
using System.Runtime.Loader;
using Qiansi.Engine.Running;

namespace Qiansi.Engine.CSharp.State;

/// <summary>Where the assemblies made from cells live, so that they find each other by name; all else comes from the default context.</summary>
internal sealed class CellLoadContext() : AssemblyLoadContext("cells")
{
    /// <summary>The cell of the session that ran last, or runs.</summary>
    public CellRun? Latest { get; set; }

    /// <summary>Loads an emitted assembly with its symbols.</summary>
    public Assembly Load(byte[] image, byte[] symbols) => LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));

    protected override Assembly? Load(AssemblyName assemblyName) => null;
}
