package org.socketconsole.dispatch;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Makes a record by a handle that is made once. Jackson makes one for each record that it makes,
/// which is a third of the time that binding takes.
final class RecordInstantiator extends ValueInstantiator.Delegating {

    private final transient MethodHandle constructor;

    RecordInstantiator(ValueInstantiator usual, Class<?> record) {
        super(usual);
        this.constructor = constructor(record);
    }

    @Override
    public Object createFromObjectWith(
            DeserializationContext context,
            SettableBeanProperty[] components,
            PropertyValueBuffer values) {
        return createFromObjectWith(context, values.getParameters(context, components));
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException("a record throws no checked exception", checked);
        }
    }

    private static MethodHandle constructor(Class<?> record) {
        try {
            Class<?>[] types =
                    Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, canonical.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(record.toString(), impossible);
        }
    }
}
