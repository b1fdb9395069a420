package org.socketconsole.libc;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// A kernel that answers as it is told to, for what no kernel gives on demand; what it was not told
/// is the host's.
public final class ScriptedLibc {

    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    public ScriptedLibc answer(String function, Function<Object[], Object> answer) {
        answers.put(function, answer);
        return this;
    }

    public Libc build() {
        return (Libc)
                Proxy.newProxyInstance(
                        Libc.class.getClassLoader(),
                        new Class<?>[] {Libc.class},
                        (proxy, method, arguments) -> {
                            var answer = answers.get(method.getName());
                            return answer == null
                                    ? method.invoke(Libc.host(), arguments)
                                    : answer.apply(arguments);
                        });
    }
}
