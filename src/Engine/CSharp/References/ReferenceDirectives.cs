using System.Net;
using Qiansi.Contracts;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Extensions;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.CSharp.References;

/// <summary>Does what the <c>#r</c>, <c>#i</c> and <c>#load</c> lines of a cell ask for, before the cell compiles.</summary>
internal sealed class ReferenceDirectives(ReferenceSet references, System.Runtime.Loader.AssemblyLoadContext cells)
{
    private readonly ExtensionLoader _extensions = new(cells);
    private PackageManager? _packages;
    private PackageAssemblyResolver? _resolver;

    /// <summary>Follows the lines in order.</summary>
    /// <exception cref="DirectiveException">A line is malformed, or a file is not there.</exception>
    /// <exception cref="PackageResolutionException">A package cannot be had.</exception>
    public async Task<CellStatus> FollowAsync(IReadOnlyList<ReferenceDirective> directives, ICellContext context)
    {
        var wanted = new List<PackageReference>();
        foreach (var directive in directives)
        {
            if (directive.Kind == "i") Packages(context).AddSource(SourceOf(directive, context));
            else if (directive.Kind == "r" && PackageReferenceParser.ParseReference(directive.ToString()) is { } package) wanted.Add(package);
            else if (directive.Kind == "r") await AddFileAsync(directive, context);
        }

        var status = wanted.Count > 0 ? await InstallAsync(wanted, context) : CellStatus.Ok;
        foreach (var load in directives.Where(d => d.Kind == "load"))
        {
            if (status != CellStatus.Ok) break;
            var path = Existing(load, context);
            var text = await File.ReadAllTextAsync(path, context.Cancellation);
            status = await ImportedFile.RunAsync(path, [new(text, "csharp", Path.GetFileName(path))], "#load", context);
        }

        return status;
    }

    private async Task<CellStatus> InstallAsync(List<PackageReference> wanted, ICellContext context)
    {
        using var display = new PackageProgress(context);
        var resolved = await Packages(context).ResolveAsync(wanted, display, context.Cancellation);
        Resolver.Add(resolved);
        foreach (var assembly in resolved.ReferenceAssemblies) references.AddFile(assembly);
        foreach (var folder in resolved.PackageFolders) references.Generators.AddPackage(folder);
        var problems = new List<string>();
        foreach (var assembly in resolved.ExtensionAssemblies) problems.AddRange(await _extensions.LoadAsync(assembly, context));
        display.Finish(resolved with { Notes = [.. resolved.Notes, .. problems] });
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
        if (!File.Exists(Resolve(directive, context)) && (FrameworkReferences.Has(directive.Value) || FrameworkReferences.Has(name))) return;
        var path = Existing(directive, context);
        Resolver.AddFile(path);
        references.AddFile(path);
        foreach (var problem in await _extensions.LoadAsync(path, context)) context.Output.Write(StandardStream.Error, problem + "\n");
    }

    private static string SourceOf(ReferenceDirective directive, ICellContext context) =>
        PackageReferenceParser.ParseSource(directive.ToString(), ImportedFile.Folder(context.Session))
        ?? throw new DirectiveException($"line {directive.Line}: {directive} is not understood; write #i \"nuget: https://…\" or #i \"nuget: folder\".");

    private static string Resolve(ReferenceDirective directive, ICellContext context) => ImportedFile.Resolve(directive.Value, context.Session);

    private static string Existing(ReferenceDirective directive, ICellContext context)
    {
        var path = Resolve(directive, context);
        return File.Exists(path)
            ? path
            : throw new DirectiveException($"line {directive.Line}: {directive}: there is no file {path}. Relative paths start from {ImportedFile.Folder(context.Session)}.");
    }

    private PackageManager Packages(ICellContext context) => _packages ??= new PackageManager(context.Session.WorkingDirectory);

    private PackageAssemblyResolver Resolver
    {
        get
        {
            if (_resolver is not null) return _resolver;
            _resolver = new PackageAssemblyResolver();
            _resolver.Attach(cells);
            return _resolver;
        }
    }

    /// <summary>One display that tells what is being restored, then what was installed.</summary>
    private sealed class PackageProgress(ICellContext context) : IProgress<string>, IDisposable
    {
        private readonly string _id = Guid.NewGuid().ToString("N");
        private bool _shown;
        private bool _finished;

        public void Report(string value) => Show($"<div class=\"qs-packages\">{WebUtility.HtmlEncode(value)}</div>", value);

        public void Finish(ResolvedPackages resolved)
        {
            _finished = true;
            Show(InstalledPackages.Render(resolved));
        }

        public void Dispose()
        {
            if (_shown && !_finished) Show("<div class=\"qs-packages\">No packages were installed.</div>", "No packages were installed.");
        }

        private void Show(string html, string text) => Show(new MimeBundle { { "text/html", html }, { "text/plain", text } });

        private void Show(MimeBundle bundle)
        {
            if (_shown) context.Output.UpdateDisplay(bundle, _id);
            else context.Output.Display(bundle, _id);
            _shown = true;
        }
    }
}
