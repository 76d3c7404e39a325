using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Qiansi.Tool.Sweeps;

/// <summary>Slurm's own programs: <c>sbatch</c>, <c>squeue</c>, <c>scontrol</c>, <c>scancel</c>. No accounting is needed.</summary>
internal static partial class Slurm
{
    /// <summary>What <c>--on</c> calls it.</summary>
    public const string Name = "slurm";

    /// <summary>Slurm's default, when the configuration cannot be asked for.</summary>
    private const int DefaultArraySize = 1001;

    /// <summary>The task that this process is, <c>17_4</c>; null outside of job arrays.</summary>
    public static string? TaskOfProcess =>
        Environment.GetEnvironmentVariable("SLURM_ARRAY_JOB_ID") is { Length: > 0 } job
            ? $"{job}_{Environment.GetEnvironmentVariable("SLURM_ARRAY_TASK_ID")}" : null;

    /// <summary>Tasks of an array are numbered from 0 to one less than this.</summary>
    public static async Task<int> MaxArraySizeAsync() =>
        ArraySize().Match((await CallAsync("scontrol", ["show", "config"])).Output) is { Success: true } size
            ? int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture) : DefaultArraySize;

    /// <summary>Hands a script in as a job array.</summary>
    /// <returns>The job's id.</returns>
    /// <exception cref="CommandException">Slurm refuses it.</exception>
    public static async Task<string> SubmitAsync(IEnumerable<string> arguments, string script)
    {
        var (code, output, error) = await CallAsync("sbatch", ["--parsable", .. arguments], script);
        if (code != 0) throw new CommandException(
            $"sbatch: {error.Trim()}", "Nothing more was handed in; what it asks for can be given with --sbatch \"…\".");
        // With several clusters the id is followed by a semicolon and the cluster.
        return output.Trim().Split(';')[0];
    }

    /// <summary>The tasks of a job that wait or run: their numbers and states, such as PENDING; empty when the job has ended.</summary>
    /// <exception cref="CommandException">Slurm does not answer.</exception>
    public static async Task<IReadOnlyDictionary<int, string>> QueueAsync(string job)
    {
        var (code, output, error) = await CallAsync("squeue", ["--noheader", "--array", $"--jobs={job}", "--format=%K %T"]);
        if (code != 0 && !error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase)) throw NoAnswer("squeue", error);
        return Pairs(output.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(p => p.Length == 2)
            .Select(p => (p[0], p[1])));
    }

    /// <summary>The states of the tasks of a job that Slurm still remembers (for five minutes after their end, unless set
    /// otherwise).</summary>
    /// <exception cref="CommandException">Slurm does not answer.</exception>
    public static async Task<IReadOnlyDictionary<int, string>> StatesAsync(string job)
    {
        var (code, output, error) = await CallAsync("scontrol", ["show", "job", job, "--oneliner"]);
        if (code != 0 && !error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase)) throw NoAnswer("scontrol", error);
        return Pairs(output.Split('\n').Select(l => (Task: TaskNumber().Match(l), State: JobState().Match(l)))
            .Where(m => m.Task.Success && m.State.Success).Select(m => (m.Task.Groups[1].Value, m.State.Groups[1].Value)));
    }

    /// <summary>Cancels a job: what runs is told to stop and saves what it has.</summary>
    /// <exception cref="CommandException">Slurm does not answer.</exception>
    public static async Task CancelAsync(string job)
    {
        var (code, _, error) = await CallAsync("scancel", [job]);
        if (code != 0 && !error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase)) throw NoAnswer("scancel", error);
    }

    /// <summary>Numbers as sbatch has them: <c>1-3,7</c>.</summary>
    public static string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers.Order())
        {
            if (ranges is [.., var last] && last.Last == number - 1) ranges[^1] = (last.First, number);
            else ranges.Add((number, number));
        }

        return string.Join(',', ranges.Select(r =>
            string.Create(CultureInfo.InvariantCulture, $"{r.First}{(r.Last > r.First ? $"-{r.Last}" : "")}")));
    }

    private static Dictionary<int, string> Pairs(IEnumerable<(string Task, string State)> pairs)
    {
        var states = new Dictionary<int, string>();
        foreach (var (tasks, state) in pairs)
            foreach (var task in Numbers(tasks)) states[task] = state;
        return states;

        // Tasks that were cancelled before they began stand together: 2-5,7%2.
        static IEnumerable<int> Numbers(string tasks) => tasks.Split('%')[0].Split(',').Select(part => part.Split('-'))
            .Where(p => p.All(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            .Select(p => p.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList())
            .SelectMany(p => Enumerable.Range(p[0], p[^1] - p[0] + 1));
    }

    private static CommandException NoAnswer(string program, string error) =>
        new($"{program}: {error.Trim()}", "The sweep's files are whole; try again when Slurm answers.");

    private static async Task<(int Code, string Output, string Error)> CallAsync(
        string program, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandException(
                $"There is no {program} on this machine's PATH.", "--on slurm needs a machine from which Slurm's jobs can be handed in.");
        }

        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            try
            {
                await process.StandardInput.WriteAsync(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended without reading, and says why.
            }

            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
    }

    [GeneratedRegex(@"MaxArraySize\s*=\s*(\d+)")]
    private static partial Regex ArraySize();

    [GeneratedRegex(@"\bArrayTaskId=(\S+)")]
    private static partial Regex TaskNumber();

    [GeneratedRegex(@"\bJobState=(\w+)")]
    private static partial Regex JobState();
}
