namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with two inputs.</summary>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<in T1, in T2, out TResult>
        {
            /// <summary>Calls the hooks that come before, the calculation, and the hooks that come after it;
            /// gives what the last of them makes of the result.</summary>
            TResult call(T1 input1, T2 input2);
        }
    }
}
