namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that makes a result of four inputs.</summary>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T1, T2, T3, T4, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>,
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>,
                IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>A module of this name, which is training, and whose parts are registered as they are assigned.</summary>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The calculation itself. Call <see cref="call"/>, which also calls the hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Calls the hooks that come before, <see cref="forward"/>, and the hooks that come after it;
            /// gives what the last of them makes of the result.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                if (!Hooked) return forward(input1, input2, input3, input4);
                foreach (var hook in PreHooks())
                {
                    if (hook(this, input1, input2, input3, input4) is { } other) (input1, input2, input3, input4) = other;
                }
                var result = forward(input1, input2, input3, input4);
                foreach (var hook in PostHooks()) result = hook(this, input1, input2, input3, input4, result);
                After();
                return result;
            }
        }
    }
}
