package org.socketconsole.dispatch;

import static java.util.stream.Collectors.toUnmodifiableMap;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.SnakeCase;
import org.socketconsole.call.Unlogged;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The calls that there are, read once from the controllers: a method of one is a call when it
/// takes a [Call].
@Component
public class CallTable implements SmartInitializingSingleton {

    /// What all paths of calls begin with.
    public static final String BASE = "/api/v1";

    private static final String FILES = BASE + "/files/{id}";

    /// The one name of the `socket` module that is a type's.
    private static final String TYPE = "SocketType";

    private static final Pattern VARIABLE = Pattern.compile("(?<=\\{)\\w+(?=})");

    private final ListableBeanFactory beans;
    private Map<Method, CallDefinition> calls = Map.of();
    private Map<String, CallDefinition> names = Map.of();

    CallTable(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<Method, CallDefinition> found = new LinkedHashMap<>();
        beans.getBeansWithAnnotation(RestController.class).values().stream()
                .flatMap(CallTable::calls)
                .forEach(call -> found.put(call.handler(), call));
        calls = found;
        names =
                found.values().stream()
                        .collect(toUnmodifiableMap(CallDefinition::name, call -> call));
    }

    public Collection<CallDefinition> all() {
        return calls.values();
    }

    /// Null for a name that no call has, see [CallDefinition#name].
    public @Nullable CallDefinition find(String name) {
        return names.get(name.equals(TYPE) ? "socket_type" : name);
    }

    /// The call that a method of a controller is, or null for one that is none.
    public @Nullable CallDefinition find(Method handler) {
        return calls.get(handler);
    }

    private static Stream<CallDefinition> calls(Object controller) {
        return Arrays.stream(controller.getClass().getDeclaredMethods())
                .filter(method -> List.of(method.getParameterTypes()).contains(Call.class))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .map(method -> definition(controller, method));
    }

    private static CallDefinition definition(Object controller, Method method) {
        String operationId = method.getName();
        String path = path(controller.getClass()) + path(method);
        Class<?> target = parameter(method, type -> !type.isRecord() && !Invocation.isStream(type));
        return new CallDefinition(
                name(operationId, path),
                operationId,
                mapping(method).method()[0].name(),
                path.substring(BASE.length()),
                variables(path),
                target,
                parameter(method, type -> type.isRecord() && type != Call.class),
                !method.isAnnotationPresent(Unlogged.class),
                CallWords.of(operationId),
                method,
                new Invocation(controller, method));
    }

    private static String name(String operationId, String path) {
        String name = SnakeCase.of(operationId);
        return path.startsWith(FILES) ? "file." + name.replace("_file", "") : name;
    }

    private static @Nullable Class<?> parameter(Method method, Predicate<Class<?>> wanted) {
        return Arrays.stream(method.getParameterTypes()).filter(wanted).findFirst().orElse(null);
    }

    private static List<String> variables(String path) {
        return VARIABLE.matcher(path)
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.equals("id"))
                .toList();
    }

    private static String path(AnnotatedElement mapped) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    private static RequestMapping mapping(Method method) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class));
    }
}
