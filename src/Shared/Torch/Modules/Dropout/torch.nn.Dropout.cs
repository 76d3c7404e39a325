using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A layer that sets elements to 0 with probability p while training.</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>A layer that sets whole channels of signals to 0 with probability p while training.</summary>
        public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>A layer that sets whole channels of images to 0 with probability p while training.</summary>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);
    }
}
