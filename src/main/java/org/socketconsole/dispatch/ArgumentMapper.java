package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.NullIsValue;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleValueInstantiators;
import tools.jackson.databind.type.LogicalType;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;

/// Teaches Jackson what a record of arguments says of itself.
final class ArgumentMapper {

    private static final List<CoercionInputShape> SCALARS =
            List.of(
                    CoercionInputShape.Boolean,
                    CoercionInputShape.Float,
                    CoercionInputShape.Integer);

    private ArgumentMapper() {}

    /// A string is a string: neither a number nor a boolean is taken for one, and a blank one is
    /// not taken for null.
    static JsonMapper strict(JsonMapper mapper) {
        return mapper.rebuild()
                .annotationIntrospector(
                        AnnotationIntrospector.pair(
                                new Presence(),
                                mapper.deserializationConfig().getAnnotationIntrospector()))
                .addModule(arguments())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfigDefaults(
                        all ->
                                all.setAcceptBlankAsEmpty(false)
                                        .setCoercion(
                                                CoercionInputShape.EmptyString,
                                                CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        strings ->
                                SCALARS.forEach(
                                        shape -> strings.setCoercion(shape, CoercionAction.Fail)))
                .build();
    }

    private static SimpleModule arguments() {
        return new SimpleModule()
                .addDeserializer(Boolean.class, new BooleanDeserializer())
                .addDeserializer(byte[].class, new BytesDeserializer())
                .addDeserializer(ConstantArgument.class, new ConstantArgumentDeserializer())
                .addDeserializer(Instant.class, new TimeDeserializer())
                .setValueInstantiators(
                        new SimpleValueInstantiators() {
                            @Override
                            public ValueInstantiator modifyValueInstantiator(
                                    DeserializationConfig config,
                                    BeanDescription.Supplier bean,
                                    ValueInstantiator usual) {
                                Class<?> type = bean.getBeanClass();
                                return type.isRecord()
                                        ? new RecordInstantiator(usual, type)
                                        : usual;
                            }
                        })
                .setDeserializerModifier(
                        new ValueDeserializerModifier() {
                            @Override
                            public ValueDeserializer<?> modifyDeserializer(
                                    DeserializationConfig config,
                                    BeanDescription.Supplier bean,
                                    ValueDeserializer<?> usual) {
                                return bean.getBeanClass() == Address.class
                                        ? new AddressDeserializer(usual)
                                        : usual;
                            }
                        });
    }

    /// Whether it must be there.
    static boolean isRequired(RecordComponent component) {
        return component.isAnnotationPresent(NullIsValue.class)
                || !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// Which members must be there.
    private static final class Presence extends NopAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            RecordComponent component = component(member);
            return component == null ? null : isRequired(component);
        }

        /// The component that a parameter of a record's own constructor is of.
        private static @Nullable RecordComponent component(Annotated member) {
            if (!(member instanceof AnnotatedParameter parameter)) {
                return null;
            }
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            return components != null
                            && parameter.getOwner().getParameterCount() == components.length
                    ? components[parameter.getIndex()]
                    : null;
        }
    }
}
