using System.Reflection;

namespace Qiansi.Engine.Packages;

/// <summary>The packages of one session.</summary>
/// <remarks>
/// Each request is resolved together with all packages before it, so that versions fit together. A package of which an assembly is in use
/// keeps its
/// version; one that was only resolved gives way.
/// </remarks>
internal sealed class PackageManager
{
    private readonly PackageRestorer _restorer;
    private readonly string _workingDirectory;
    private readonly string? _packagesFolder;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, ResolvedPackage> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _told = [];
    private readonly Lazy<HostAssemblies> _host = new(HostAssemblies.OfProcess);
    private readonly Func<string, AssemblyName?> _inUse;

    /// <summary>Starts without packages.</summary>
    /// <param name="workingDirectory">The notebook's folder; a NuGet.config there or above counts.</param>
    /// <param name="cacheFolder">Where resolutions are remembered; the user's cache when null.</param>
    /// <param name="packagesFolder">Where packages are unpacked; NuGet's own choice when null.</param>
    /// <param name="clock">Tells when remembered floating versions are too old; the system's when null.</param>
    /// <param name="inUse">The assembly of a simple name that the session has loaded, or null; when left out, none is.</param>
    public PackageManager(
        string workingDirectory, string? cacheFolder = null, string? packagesFolder = null, TimeProvider? clock = null, Func<string,
            AssemblyName?>? inUse = null)
    {
        _inUse = inUse ?? (_ => null);
        _workingDirectory = workingDirectory;
        _packagesFolder = packagesFolder;
        _restorer = new PackageRestorer(new PackageCache(cacheFolder ?? CacheFolder.Of("packages"), clock ?? TimeProvider.System));
    }

    /// <summary>All packages of the session, asked for and needed by those.</summary>
    public IReadOnlyCollection<ResolvedPackage> Loaded => _loaded.Values;

    /// <summary>Sources that cells added; the configured ones are asked as well.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>Adds a source, as <see cref="PackageReferenceParser.ParseSource"/> returns it, for all later requests.</summary>
    public void AddSource(string source)
    {
        if (!_sources.Contains(source)) _sources.Add(source);
    }

    /// <summary>Brings packages into the session.</summary>
    /// <param name="requested">What one cell asks for.</param>
    /// <param name="progress">Told what is going on when it takes longer, from any thread.</param>
    /// <param name="cancellation">Ends a restore and its process; the session's packages stay as they were.</param>
    /// <returns>What is new.</returns>
    /// <exception cref="PackageResolutionException">A package cannot be had, or not together with what is there.</exception>
    public async Task<ResolvedPackages> ResolveAsync(
        IReadOnlyList<PackageReference> requested, IProgress<string>? progress, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var notes = new List<string>();
            var missing = Combine(requested).Where(r => !IsThere(r, notes)).ToList();
            IReadOnlyList<ResolvedPackage> added = [];
            if (missing.Count > 0)
            {
                var set = SetOf(missing);
                PackageRestorer.Answer answer;
                try
                {
                    answer = await _restorer.ResolveAsync(set, progress, cancellation).ConfigureAwait(false);
                }
                catch (PackageResolutionException e) when (_loaded.Count > 0 && e.Codes.Any(c => c is "NU1605" or "NU1107"))
                {
                    throw new PackageResolutionException(
                        $"{e.Message}\nSome of these packages are already loaded in this session and cannot change their version: "
                        + "restart it (#!restart), then ask for all packages in the first cell.", e.Codes);
                }
                _sources.RemoveAll(answer.SilentSources.Contains);
                added = Fit(answer.Packages, missing, notes);
                notes.AddRange(answer.Notes);
            }
            var result = ResultOf(requested, added, notes);
            foreach (var package in added) _loaded[package.Name] = package;
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    // One cell may name a package twice: of plain versions the higher is meant, as if two libraries needed them.
    private static List<PackageReference> Combine(IReadOnlyList<PackageReference> requested)
    {
        var combined = new List<PackageReference>();
        foreach (var reference in requested)
        {
            var at = combined.FindIndex(r => r.Name.Equals(reference.Name, StringComparison.OrdinalIgnoreCase));
            if (at < 0) combined.Add(reference);
            else if (combined[at].VersionText != reference.VersionText)
            {
                if (combined[at].Range is not { IsMinimum: true } first || reference.Range is not { IsMinimum: true } second)
                {
                    throw new PackageResolutionException($"{reference.Name} is asked for as {combined[at].VersionText} and as "
                        + $"{reference.VersionText}; keep one of the two lines.");
                }
                if (second.Minimum!.CompareTo(first.Minimum) > 0) combined[at] = reference;
            }
        }
        return combined;
    }

    private bool IsThere(PackageReference reference, List<string> notes)
    {
        if (!_loaded.TryGetValue(reference.Name, out var loaded)) return false;
        var version = SemanticVersion.TryParse(loaded.Version);
        if (reference.Range is null || (version is not null && reference.Range.Contains(version)))
        {
            if (reference.Range is { IsMinimum: true } && !reference.Range.Minimum!.Equals(version))
            {
                notes.Add($"{loaded.Name} {loaded.Version} is already loaded and is used for {reference.VersionText}.");
            }
            return true;
        }
        return IsInUse(loaded) ? throw AnotherVersion(loaded, reference.VersionText, "is asked for") : false;
    }

    private PackageSet SetOf(List<PackageReference> missing)
    {
        // What is loaded is named with its version: nothing that floats may move under a running session.
        var kept = _loaded.Values.Where(p => p.IsDirect && !missing.Exists(m => m.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)));
        var references = kept.Select(p => new PackageReference(p.Name, VersionRange.TryParse(p.Version))).Concat(missing).ToList();
        var above = NuGetConfigFiles.Above(_workingDirectory);
        return new PackageSet(references, [.. _sources], above.Count > 0 ? Path.GetDirectoryName(above[0]) : null,
            [.. above, .. NuGetConfigFiles.OfUser()], _packagesFolder);
    }

    private List<ResolvedPackage> Fit(IReadOnlyList<ResolvedPackage> packages, List<PackageReference> missing, List<string> notes)
    {
        var added = new List<ResolvedPackage>();
        foreach (var package in packages)
        {
            if (!_loaded.TryGetValue(package.Name, out var loaded)
                || (loaded.Version != package.Version && !IsInUse(loaded))) added.Add(package);
            else if (loaded.Version == package.Version) continue;
            else if (CanStay(package))
            {
                notes.Add($"{loaded.Name} {loaded.Version} is in use and stays: its assemblies serve for {package.Version}, "
                    + $"which {string.Join(", ", missing)} needs.");
            }
            else throw AnotherVersion(loaded, package.Version, $"is what {string.Join(", ", missing)} needs");
        }
        return added;
    }

    private bool IsInUse(ResolvedPackage package) =>
        package.RuntimeAssemblies.Any(path => _inUse(Path.GetFileNameWithoutExtension(path)) is not null);

    private bool CanStay(ResolvedPackage wanted) => wanted.RuntimeAssemblies.All(IsServed);

    // The runtime asks for assemblies by the assembly's version, which many packages leave alone while their own goes up.
    private bool IsServed(string path) =>
        _inUse(Path.GetFileNameWithoutExtension(path)) is { } used && used.Version >= AssemblyName.GetAssemblyName(path).Version;

    private static PackageResolutionException AnotherVersion(ResolvedPackage loaded, string wanted, string why) => new(
        $"{loaded.Name} {loaded.Version} is already loaded in this session, but {wanted} {why}; a running session cannot change it. "
        + $"Restart it (#!restart) and ask for #r \"nuget: {loaded.Name}, {wanted}\" in the first cell.");

    private ResolvedPackages ResultOf(IReadOnlyList<PackageReference> requested, IReadOnlyList<ResolvedPackage> added, List<string> notes)
    {
        ResolvedPackage Find(string name) =>
            added.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? _loaded[name];
        // An assembly that the session has loaded, be it the kernel's or another package's, cannot be loaded a second time.
        var served = added.SelectMany(p => p.RuntimeAssemblies).Where(IsServed).Select(p => Path.GetFileName(p)).ToHashSet();
        bool IsLeftOut(string path) => served.Contains(Path.GetFileName(path)) && _host.Value.Choose(path, out _) == path;
        foreach (var package in added.Where(p => p.IsDirect && p.RuntimeAssemblies.Any(IsLeftOut)))
            notes.Add($"{package.Name} was in use in this session before it was asked for, and stays as it is; "
                + $"#!restart brings {package.Version}.");
        var runtime = new List<string>();
        foreach (var path in added.SelectMany(p => p.RuntimeAssemblies).Where(p => !served.Contains(Path.GetFileName(p))))
        {
            var chosen = _host.Value.Choose(path, out var note);
            if (note is not null) notes.Add(note);
            if (chosen == path) runtime.Add(path);
        }
        // Of a package that the framework has taken in, NuGet leaves no files: the framework's assembly is what was asked for.
        var hosted = added.Where(p => p.IsDirect && p.ReferenceAssemblies.Count == 0)
            .Select(p => _host.Value.FindOfFramework(p.Name)).OfType<string>();
        return new ResolvedPackages
        {
            Requested = [.. requested.Select(r => r.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(Find)],
            Added = added,
            Replaced = [.. added.Select(p => _loaded.GetValueOrDefault(p.Name)).OfType<ResolvedPackage>()],
            ReferenceAssemblies =
            [
                .. added.SelectMany(p => p.ReferenceAssemblies).Where(p => !served.Contains(Path.GetFileName(p)))
                    .Select(path => _host.Value.Choose(path, out _)).Concat(hosted).Distinct(),
            ],
            RuntimeAssemblies = runtime,
            NativeLibraries = [.. added.SelectMany(p => p.NativeLibraries)],
            Notes = [.. notes.Where(_told.Add)],
        };
    }
}
