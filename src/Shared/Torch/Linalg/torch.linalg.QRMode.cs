namespace Qiansi;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>What linalg.qr gives of matrices with m rows and n columns.</summary>
        public enum QRMode
        {
            /// <summary>Q with min(m, n) columns.</summary>
            Reduced,

            /// <summary>A square Q.</summary>
            Complete,

            /// <summary>Only R.</summary>
            R,
        }
    }
}
