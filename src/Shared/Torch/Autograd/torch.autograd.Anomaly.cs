namespace Qiansi;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// Until the result is disposed: an operation remembers where it was called, and a NaN in a gradient is an error that names the
        /// operation and the place.
        /// </summary>
        /// <remarks>Slow; for finding the fault.</remarks>
        public static IDisposable detect_anomaly(bool check_nan = true)
        {
            var before = Anomaly.Enabled;
            Anomaly.Enabled = check_nan;
            return new HookHandle(() => Anomaly.Enabled = before);
        }

        /// <summary>Switches <see cref="detect_anomaly"/> on or off until the result is disposed (or for good).</summary>
        public static IDisposable set_detect_anomaly(bool mode = true, bool check_nan = true) => detect_anomaly(mode && check_nan);

        /// <summary>Whether anomaly detection is on.</summary>
        public static bool is_anomaly_enabled() => Anomaly.Enabled;
    }
}
