namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with one input.</summary>
        /// <typeparam name="T">The type of the input, mostly Tensor.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Calls the hooks that come before, the calculation, and the hooks that come after it;
            /// gives what the last of them makes of the result.</summary>
            TResult call(T input1);
        }
    }
}
