namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that makes a result of one input.</summary>
        /// <typeparam name="T">The type of the input, mostly Tensor.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T?>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>A module of this name, which is training, and whose parts are registered as they are assigned.</summary>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>The calculation itself. Call <see cref="call"/>, which also calls the hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Calls the hooks that come before, <see cref="forward"/>, and the hooks that come after it;
            /// gives what the last of them makes of the result.</summary>
            public TResult call(T input)
            {
                if (!Hooked) return forward(input);
                foreach (var hook in PreHooks()) input = hook(this, input) is { } other ? other : input;
                var result = forward(input);
                foreach (var hook in PostHooks()) result = hook(this, input, result);
                After();
                return result;
            }
        }
    }
}
