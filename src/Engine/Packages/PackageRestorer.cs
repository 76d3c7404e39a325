namespace Qiansi.Engine.Packages;

/// <summary>Answers which packages a set means: from the cache, else by a restore.</summary>
/// <param name="cache">Remembered answers.</param>
internal sealed class PackageRestorer(PackageCache cache)
{
    private const string AssetsPath = "obj/project.assets.json";
    private static readonly string[] Restore = ["restore", RestoreProject.FileName, "-v:normal", "-nodeReuse:false",
        "-noAutoResponse", "-tl:off"];

    /// <summary>An answer.</summary>
    /// <param name="Packages">All packages of the set.</param>
    /// <param name="Notes">Sentences for the reader.</param>
    internal sealed record Answer(IReadOnlyList<ResolvedPackage> Packages, IReadOnlyList<string> Notes)
    {
        /// <summary>Sources of the set that could not be used, while the others had all that was asked for.</summary>
        public IReadOnlyList<string> SilentSources { get; init; } = [];
    }

    /// <summary>Resolves a set.</summary>
    /// <param name="set">What to resolve.</param>
    /// <param name="progress">Told what is going on when it takes longer, from any thread.</param>
    /// <param name="cancellation">Ends the restore and its process.</param>
    /// <exception cref="PackageResolutionException">The packages cannot be had.</exception>
    public async Task<Answer> ResolveAsync(PackageSet set, IProgress<string>? progress, CancellationToken cancellation)
    {
        var sdk = DotnetSdk.Find();
        var key = set.Key(sdk);
        if (cache.TryRead(key, set.IsFloating) is { IsFresh: true } known) return new Answer(known.Packages, known.Notes);

        var folder = Path.Combine(cache.FolderOf(key), "restore");
        try
        {
            using var turn = await cache.LockAsync(key, () =>
                progress?.Report("Waiting for another session that restores the same packages …"), cancellation).ConfigureAwait(false);
            return await RestoreInTurnAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageResolutionException(
                $"{string.Join(", ", set.References)}: the cache {cache.FolderOf(key)} cannot be used: "
                + $"{e.Message}\nMake room or give yourself the right to write there, or choose another place: XDG_CACHE_HOME on Linux.");
        }

        async Task<Answer> RestoreInTurnAsync()
        {
            var old = cache.TryRead(key, set.IsFloating);
            if (old is { IsFresh: true }) return new Answer(old.Packages, old.Notes);
            try
            {
                return await RestoreAsync(sdk, set, key, folder, old, progress, cancellation).ConfigureAwait(false);
            }
            finally
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<Answer> RestoreAsync(
        DotnetSdk sdk, PackageSet set, string key, string folder, PackageCache.Entry? old, IProgress<string>? progress,
        CancellationToken cancellation)
    {
        var what = string.Join(", ", set.References);
        progress?.Report($"Restoring {what} …");
        RestoreProject.Write(folder, set);
        var answer = await DotnetCommand.RunAsync(sdk, folder, Restore, Watch, cancellation).ConfigureAwait(false);
        using var assets = AssetsFile.TryOpen(Path.Combine(folder, AssetsPath));
        if (answer.Succeeded && assets is not null) return Remember(assets, []);

        RestoreMessage[] errors = assets is null ? [] : [.. assets.Messages.Where(m => m.IsError)];
        if (errors.Length == 0) errors = [.. RestoreMessage.FromOutput(answer.Lines)];
        if (errors.Length == 0)
            errors = [new("", true, $"dotnet restore failed without saying why:\n{string.Join('\n', answer.Lines.TakeLast(20))}", "")];
        var silent = errors.All(e => e.Code == "NU1301");
        if (silent && old is not null)
        {
            return new Answer(old.Packages,
                [.. old.Notes,
                    $"{errors[0].Text.Split('\n')[0].Trim()} The versions found on {old.Created.LocalDateTime:yyyy-MM-dd} are used."]);
        }
        if (Array.Exists(errors, e => e.Code == "NU1301")
            && await WithoutSilentSourcesAsync().ConfigureAwait(false) is { } rest) return rest;
        if (silent && await FromThisMachineAsync().ConfigureAwait(false) is { } offline) return offline;

        var known = new KnownPackages(set.PackagesFolder ?? KnownPackages.DefaultFolder, set.Sources);
        throw new RestoreFailure(set, errors, FeedsIn(answer.Lines), known, name => assets?.NeededBy(name) ?? []).ToException();

        void Watch(string line)
        {
            line = line.Trim();
            // "Installed NodaTime 3.3.4 from https://… to … with content hash …"
            if (line.StartsWith("Installed ", StringComparison.Ordinal)
                && line.IndexOf(" from ", StringComparison.Ordinal) is > 0 and var end)
            {
                progress?.Report($"Restoring {what} … {line[10..end]} downloaded");
            }
        }

        Answer Remember(AssetsFile file, IReadOnlyList<string> more)
        {
            var packages = file.Packages(set);
            var notes = new List<string>(more);
            notes.AddRange(file.Messages.Where(m => m.Code is "NU1701" or "NU1608").Select(m => m.Text).Distinct());
            notes.AddRange(file.PlatformNotes());
            foreach (var package in packages.Where(p => p.IsDirect))
            {
                var asked = set.References.First(r => r.Name.Equals(package.Name, StringComparison.OrdinalIgnoreCase));
                if (asked.Range is { IsMinimum: true, Minimum: { } minimum } && SemanticVersion.TryParse(package.Version) is { } chosen
                    && chosen.CompareTo(minimum) > 0)
                {
                    notes.Add($"{package.Name} {asked.VersionText} was not found; {package.Version} is the next higher and is used.");
                }
            }
            var entry = cache.Write(key, packages, notes, provisional: more.Count > 0);
            return new Answer(entry.Packages, entry.Notes);
        }

        // One feed that is gone must not take the others along.
        async Task<Answer?> WithoutSilentSourcesAsync()
        {
            progress?.Report($"A source does not answer; looking for {what} in the others …");
            var second = Path.Combine(folder, "others");
            RestoreProject.Write(second, set, ignoreSilent: true);
            var others = await DotnetCommand.RunAsync(sdk, second, Restore, Watch, cancellation).ConfigureAwait(false);
            using var otherAssets = AssetsFile.TryOpen(Path.Combine(second, AssetsPath));
            if (!others.Succeeded || otherAssets is null) return null;
            string[] reasons = [.. errors.Where(e => e.Code == "NU1301").Select(e => e.Text.Split('\n')[0].Trim()).Distinct()];
            return Remember(otherAssets,
                [.. reasons.Select(reason => $"{reason} The other sources have what is asked for; this one is left out.")]) with
            {
                // One folder's path may begin another's.
                SilentSources = [.. reasons.Select(r => set.Sources.Where(r.Contains).MaxBy(s => s.Length)).OfType<string>()],
            };
        }

        // Every package that was ever restored here can serve as its own source.
        async Task<Answer?> FromThisMachineAsync()
        {
            var packagesFolder = set.PackagesFolder ?? KnownPackages.DefaultFolder;
            if (!Directory.Exists(packagesFolder)) return null;
            progress?.Report($"No answer from the source; looking for {what} among the packages of this machine …");
            var second = Path.Combine(folder, "offline");
            RestoreProject.Write(second, set, packagesFolder);
            var local = await DotnetCommand.RunAsync(sdk, second, Restore, _ => { }, cancellation).ConfigureAwait(false);
            using var localAssets = AssetsFile.TryOpen(Path.Combine(second, AssetsPath));
            return local.Succeeded && localAssets is not null
                ? Remember(localAssets, [$"{errors[0].Text.Split('\n')[0].Trim()} Packages that were already on this machine are used."])
                : null;
        }
    }

    // "Feeds used:" stands before the indented addresses, at the end of the output.
    private static List<string> FeedsIn(IReadOnlyList<string> lines)
    {
        var feeds = new List<string>();
        var within = false;
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (line == "Feeds used:") within = true;
            else if (within
                && (line.Length == 0 || line.StartsWith("Installed", StringComparison.Ordinal)
                    || line.Contains("Done Building", StringComparison.Ordinal))) within = false;
            else if (within && !feeds.Contains(line)) feeds.Add(line);
        }
        return feeds;
    }
}
