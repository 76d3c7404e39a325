using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using IKernelExtension = Qiansi.Contracts.IKernelExtension;
using InteractiveExtension = Microsoft.DotNet.Interactive.IKernelExtension;

namespace Qiansi.Engine.Extensions;

/// <summary>Finds the notebook extensions of assemblies that cells bring, and lets each add to the session once.</summary>
/// <param name="context">Where the assemblies are loaded, by name.</param>
internal sealed class ExtensionLoader(AssemblyLoadContext context)
{
    private static readonly HashSet<string> ContractAssemblies =
        [typeof(IKernelExtension).Assembly.GetName().Name!, typeof(InteractiveExtension).Assembly.GetName().Name!];

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads the extensions of an assembly; an assembly without any is not loaded.</summary>
    /// <param name="path">Full path; the assembly must be findable by its name.</param>
    /// <param name="cell">The cell that brings it.</param>
    /// <returns>A sentence for each extension that failed: its assembly can be used all the same.</returns>
    public async Task<IReadOnlyList<string>> LoadAsync(string path, ICellContext cell)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (_seen.Contains(name) || !MayExtend(path)) return [];
        _seen.Add(name);
        var problems = new List<string>();
        try
        {
            foreach (var type in context.LoadFromAssemblyName(new AssemblyName(name)).GetExportedTypes().Where(IsExtension))
                await LoadAsync(type, name, cell, problems);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException)
        {
            problems.Add(Problem(name, e));
        }

        return problems;
    }

    private static async Task LoadAsync(Type type, string assembly, ICellContext cell, List<string> problems)
    {
        try
        {
            var extension = Activator.CreateInstance(type);
            if (extension is IKernelExtension ours) await ours.RegisterAsync(cell.Session);
            if (extension is not InteractiveExtension theirs) return;
            await theirs.OnLoadAsync(new CompositeKernel(cell));
            Renderings.TellOvertaken();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            problems.Add(
                Problem($"{type.FullName} ({assembly})", e is TargetInvocationException { InnerException: { } inner } ? inner : e));
        }
    }

    private static string Problem(string what, Exception e) =>
        $"The notebook extension {what} could not be loaded: {e.GetType().Name}: {e.Message}";

    private static bool IsExtension(Type type) =>
        type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }
        && (typeof(IKernelExtension).IsAssignableFrom(type) || typeof(InteractiveExtension).IsAssignableFrom(type));

    /// <summary>Whether an assembly references a contract of extensions; most do not,
    /// and are left to be loaded when they are needed.</summary>
    private static bool MayExtend(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata) return false;
            var metadata = file.GetMetadataReader();
            return metadata.AssemblyReferences.Any(r =>
                ContractAssemblies.Contains(metadata.GetString(metadata.GetAssemblyReference(r).Name)));
        }
        catch (BadImageFormatException)
        {
            return false; // a native library, say; the compiler reports what is wrong with it as a reference
        }
    }
}
