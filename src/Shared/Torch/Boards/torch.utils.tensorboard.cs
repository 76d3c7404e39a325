using System.Globalization;

namespace Qiansi;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Files for TensorBoard.</summary>
        public static class tensorboard
        {
            /// <summary>A writer of a training's numbers.</summary>
            /// <param name="log_dir">The folder; <c>runs/</c>time_machine when null.</param>
            /// <param name="filename_suffix">Put behind the file's name.</param>
            /// <param name="createRunName">Whether a folder with the time and the machine is made in it, so that runs lie side by
            /// side.</param>
            public static Modules.SummaryWriter SummaryWriter(string? log_dir = null, string? filename_suffix = null,
                bool createRunName = false)
            {
                var run = $"{DateTime.Now.ToString("MMMdd_HH-mm-ss", CultureInfo.InvariantCulture)}_{Environment.MachineName}";
                var folder = log_dir is null ? Path.Combine("runs", run) : createRunName ? Path.Combine(log_dir, run) : log_dir;
                return new Modules.SummaryWriter(folder, filename_suffix ?? "");
            }
        }
    }
}
