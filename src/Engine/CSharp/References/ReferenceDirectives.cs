using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.State;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Extensions;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.CSharp.References;

/// <summary>Does what the <c>#r</c>, <c>#i</c> and <c>#load</c> lines of a cell ask for, before the cell compiles.</summary>
internal sealed class ReferenceDirectives(ReferenceSet references, CellLoadContext cells, PackageFiles files)
{
    private readonly ExtensionLoader _extensions = new(cells);
    private PackageManager? _packages;

    /// <summary>Follows the lines in order.</summary>
    /// <exception cref="DirectiveException">A line is malformed, or a file is not there.</exception>
    /// <exception cref="PackageResolutionException">A package cannot be had.</exception>
    public async Task<CellStatus> FollowAsync(IReadOnlyList<ReferenceDirective> directives, ICellContext context)
    {
        var wanted = new List<PackageReference>();
        var projects = new List<ReferenceDirective>();
        foreach (var directive in directives)
        {
            if (directive.Kind == "r" && ProjectBuild.IsProject(directive.Value)) projects.Add(directive);
            else if (directive.Kind == "i") Packages(context).AddSource(SourceOf(directive, context));
            else if (directive.Kind == "r" && PackageReferenceParser.ParseReference(directive.ToString()) is { } package)
                wanted.Add(package);
            else if (directive.Kind == "r") await AddFileAsync(directive, context);
        }

        using var display = new PackageProgress(context);
        var status = wanted.Count > 0 ? await InstallAsync(wanted, [], display, context) : CellStatus.Ok;
        foreach (var project in projects)
        {
            if (status == CellStatus.Ok) status = await AddProjectAsync(project, context);
        }

        foreach (var load in directives.Where(d => d.Kind == "load"))
        {
            if (status != CellStatus.Ok) break;
            var path = Existing(load, context);
            var text = await File.ReadAllTextAsync(path, context.Cancellation);
            status = await ImportedFile.RunAsync(path, [new(text, "csharp", Path.GetFileName(path))], "#load", context);
        }

        return status;
    }

    /// <summary>Restores a swap's packages and lets its libraries take the place of the host's.</summary>
    /// <exception cref="PackageResolutionException">A package cannot be had.</exception>
    public async Task<CellStatus> SwapAsync(LibrarySwap swap, ICellContext context)
    {
        using (var display = new PackageProgress(context))
        {
            var wanted = swap.Packages.Select(p => PackageReferenceParser.ParseReference($"#r \"nuget: {p}\"")!).ToList();
            var resolved = await Packages(context).ResolveAsync(wanted, display, context.Cancellation);
            files.Add(resolved);
            references.AddFiles(resolved.ReferenceAssemblies);
        }

        foreach (var file in swap.Files) files.Replace(file);
        references.AddFiles(swap.Files);
        return CellStatus.Ok;
    }

    private async Task<CellStatus> InstallAsync(
        IReadOnlyList<PackageReference> wanted, IReadOnlyList<string> notes, PackageProgress display, ICellContext context)
    {
        var resolved = await Packages(context).ResolveAsync(wanted, display, context.Cancellation);
        files.Add(resolved);
        references.AddFiles(resolved.ReferenceAssemblies);
        foreach (var folder in resolved.PackageFolders) references.Generators.AddPackage(folder);
        var problems = new List<string>();
        foreach (var assembly in resolved.ExtensionAssemblies) problems.AddRange(await _extensions.LoadAsync(assembly, context));
        display.Finish(resolved with { Notes = [.. notes, .. resolved.Notes, .. problems] });
        foreach (var script in resolved.ExtensionScripts)
        {
            var status = await ImportedFile.RunAsync(script, ImportedCells.Read(script, "#r"), "#r", context);
            if (status != CellStatus.Ok) return status;
        }

        return CellStatus.Ok;
    }

    private async Task AddFileAsync(ReferenceDirective directive, ICellContext context)
    {
        // The framework's assemblies need no reference; old notebooks name them all the same.
        var name = Path.GetFileNameWithoutExtension(directive.Value);
        if (!File.Exists(Resolve(directive, context)) && (FrameworkReferences.Has(directive.Value) || FrameworkReferences.Has(name)))
            return;
        var path = Existing(directive, context);
        if (AssemblyFile.Problem(path) is { } problem) throw new DirectiveException($"line {directive.Line}: {directive}: {problem}");
        CheckBuild(directive, path);
        files.AddFile(path);
        references.AddFiles([path]);
        foreach (var failure in await _extensions.LoadAsync(path, context)) context.Output.Write(StandardStream.Error, failure + "\n");
    }

    /// <summary>Builds a project, brings the packages it needs, and references it with the projects it references.</summary>
    private async Task<CellStatus> AddProjectAsync(ReferenceDirective directive, ICellContext context)
    {
        using var display = new PackageProgress(context);
        var built = await ProjectBuild.RunAsync(Existing(directive, context), display, context.Cancellation);
        foreach (var assembly in built.Assemblies) CheckBuild(directive, assembly);
        var parts = built.Assemblies.Select(Path.GetFileName).Concat(built.Packages.Select(p => p.ToString()));
        var words = $"Built {directive.Value}: {string.Join(", ", parts)}";
        var status = built.Packages.Count > 0 ? await InstallAsync(built.Packages, [words], display, context) : CellStatus.Ok;
        if (built.Packages.Count == 0) display.Finish(words);
        foreach (var assembly in built.Assemblies) files.AddFile(assembly);
        references.AddFiles(built.Assemblies);
        return status;
    }

    private void CheckBuild(ReferenceDirective directive, string path)
    {
        if (!cells.HasOtherBuild(path)) return;
        throw new DirectiveException(
            $"line {directive.Line}: {directive}: another build of {Path.GetFileNameWithoutExtension(path)} is in use in this session, "
            + "and a running session cannot change it. Restart it (#!restart), then reference the new one.");
    }

    private static string SourceOf(ReferenceDirective directive, ICellContext context) =>
        PackageReferenceParser.ParseSource(directive.ToString(), ImportedFile.Folder(context.Session))
        ?? throw new DirectiveException(
            $"line {directive.Line}: {directive} is not understood; write #i \"nuget: https://…\" or #i \"nuget: folder\".");

    private static string Resolve(ReferenceDirective directive, ICellContext context) =>
        ImportedFile.Resolve(directive.Value, context.Session);

    private static string Existing(ReferenceDirective directive, ICellContext context)
    {
        var path = Resolve(directive, context);
        return File.Exists(path)
            ? path
            : throw new DirectiveException($"line {directive.Line}: {directive}: there is no file {path}. "
                + $"Relative paths start from {ImportedFile.Folder(context.Session)}.");
    }

    private PackageManager Packages(ICellContext context) =>
        _packages ??= new PackageManager(context.Session.WorkingDirectory, inUse: cells.InUse);
}
