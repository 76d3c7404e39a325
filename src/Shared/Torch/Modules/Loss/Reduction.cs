namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of single elements.</summary>
        public enum Reduction
        {
            /// <summary>They stay as they are.</summary>
            None,

            /// <summary>Their mean.</summary>
            Mean,

            /// <summary>Their sum.</summary>
            Sum,
        }
    }
}
