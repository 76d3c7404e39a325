namespace Qiansi.Tool.Doctor.Probes;

/// <summary>A font with Chinese characters.</summary>
internal static class FontProbe
{
    private const string Why = "Chinese terms in pictures and PDF pages; without one they print as boxes";
    private static readonly string[] Marks = ["cjk", "wqy", "sourcehan", "droidsansfallback", "uming", "ukai"];

    /// <summary>Looks.</summary>
    public static async Task<IReadOnlyList<DoctorRow>> RunAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        // These two come with Chinese fonts.
        if (environment.System == SystemKind.MacOS) return [DoctorRow.Found("Fonts", "Chinese", Why, detail: "PingFang, part of macOS")];
        if (environment.System == SystemKind.Windows)
            return [DoctorRow.Found("Fonts", "Chinese", Why, detail: "Microsoft YaHei, part of Windows")];

        var advice = InstallAdvice.ChineseFont.For(environment.System);
        if (environment.Find("fc-list") is { } list)
        {
            var answer = await environment.RunAsync(list, [":lang=zh", "family"], cancellation).ConfigureAwait(false);
            string[] families = [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct().Order(StringComparer.Ordinal)];
            return [families.Length == 0 ? DoctorRow.Missing("Fonts", "Chinese", Why, advice)
                : DoctorRow.Found("Fonts", "Chinese", Why, detail: string.Join("; ", families.Take(3)))];
        }
        var fonts = Path.Combine(environment.SystemRoot, "usr", "share", "fonts");
        var file = !Directory.Exists(fonts) ? null : Directory.EnumerateFiles(fonts, "*", SearchOption.AllDirectories)
            .FirstOrDefault(f => Marks.Any(m => Path.GetFileName(f).Replace("-", "").Contains(m, StringComparison.OrdinalIgnoreCase)));
        return [file is null ? DoctorRow.Missing("Fonts", "Chinese", Why, advice) : DoctorRow.Found("Fonts", "Chinese", Why, path: file)];
    }
}
