using Qiansi.Torch.Boards;

namespace Qiansi.Modules;

/// <summary>Writes numbers of a training to a folder that TensorBoard shows: <c>tensorboard --logdir runs</c>.</summary>
public sealed class SummaryWriter : IDisposable
{
    private readonly EventFile file;
    private readonly Dictionary<string, EventFile> parts = [];
    private readonly string suffix;

    internal SummaryWriter(string log_dir, string filename_suffix)
    {
        LogDir = log_dir;
        suffix = filename_suffix;
        file = new EventFile(log_dir, suffix);
    }

    /// <summary>The folder.</summary>
    public string LogDir { get; }

    /// <summary>Adds a number to a curve.</summary>
    /// <param name="tag">The curve's name; what stands before a slash groups curves.</param>
    /// <param name="scalar_value">The number.</param>
    /// <param name="global_step">Its place on the curve.</param>
    /// <param name="walltime">When, in seconds since 1970; now when null.</param>
    public void add_scalar(string tag, float scalar_value, int global_step, long? walltime = null) =>
        file.Scalar(tag, scalar_value, global_step, walltime ?? Now());

    /// <summary>Adds numbers to several curves of one picture, each in a folder of its own.</summary>
    /// <inheritdoc cref="add_scalar" path="/param"/>
    public void add_scalars(string main_tag, IDictionary<string, float> tag_scalar_dict, int global_step, long? walltime = null)
    {
        foreach (var (name, value) in tag_scalar_dict)
        {
            var folder = Path.Combine(LogDir, $"{main_tag}_{name}".Replace('/', '_'));
            if (!parts.TryGetValue(folder, out var part)) parts[folder] = part = new EventFile(folder, suffix);
            part.Scalar(main_tag, value, global_step, walltime ?? Now());
        }
    }

    /// <inheritdoc cref="add_scalars(string, IDictionary{string, float}, int, long?)"/>
    public void add_scalars(string main_tag, IList<(string, float)> tag_scalar_dict, int global_step, long? walltime = null) =>
        add_scalars(main_tag, tag_scalar_dict.ToDictionary(p => p.Item1, p => p.Item2), global_step, walltime);

    /// <summary>Closes the files; each number is on the disk as soon as it was added.</summary>
    public void Dispose()
    {
        file.Dispose();
        foreach (var part in parts.Values) part.Dispose();
    }

    private static double Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
}
