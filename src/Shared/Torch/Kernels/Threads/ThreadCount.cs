using System.Globalization;

namespace Qiansi.Torch.Kernels;

/// <summary>How many threads loops use unless a program says otherwise.</summary>
internal static class ThreadCount
{
    /// <summary>The variable of this library, which goes before all others.</summary>
    public const string Variable = "QIANSI_NUM_THREADS";

    /// <summary>
    /// <c>QIANSI_NUM_THREADS</c>; else <c>OMP_NUM_THREADS</c> (the first of a list, OpenMP 5.2 §21.2); else
    /// <c>SLURM_CPUS_PER_TASK</c> or, for a job that did not ask for a number, <c>SLURM_CPUS_ON_NODE</c>, at most the processors; else
    /// the processors this process may use.
    /// </summary>
    /// <param name="variable">The value of an environment variable.</param>
    /// <param name="processors">Processors this process may use.</param>
    /// <exception cref="InvalidOperationException"><c>QIANSI_NUM_THREADS</c> is not a number from 1 to 1024.</exception>
    public static int From(Func<string, string?> variable, int processors)
    {
        var own = variable(Variable);
        if (!string.IsNullOrEmpty(own))
            return Read(own) ?? throw new InvalidOperationException($"{Variable} is '{own}'; it can be 1 to 1024.");
        if (Read(variable("OMP_NUM_THREADS")?.Split(',')[0]) is { } openMp) return openMp;
        var granted = Read(variable("SLURM_CPUS_PER_TASK")) ?? Read(variable("SLURM_CPUS_ON_NODE"));
        return Math.Min(granted ?? processors, processors);
    }

    private static int? Read(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= 1024
            ? threads
            : null;
}
